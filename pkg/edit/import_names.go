package edit

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// names are the records of each kind by everything that they are called: id,
// names old and new, titles, aliases and former ids.
type names map[model.Kind]*called

// called are the records of a kind by name, folded.
type called struct {
	refs  map[string][]model.Ref
	names text.Names
}

func namesOf(v *registry.View) names {
	out := names{}
	for _, rec := range v.Records() {
		ref := rec.Base().Ref
		out.add(ref, ref.ID)
		for _, id := range rec.Base().Previously.All() {
			out.add(ref, id)
		}
		for _, s := range registry.Spellings(rec) {
			out.add(ref, s.Text)
		}
		if org, ok := rec.(*model.Organization); ok && org.Type.V == model.Municipality {
			// People say the name of a municipality with and without the word.
			for _, s := range registry.Spellings(rec) {
				if short, ok := strings.CutSuffix(s.Text, " kommun"); ok {
					out.add(ref, short)
				} else if s.Kind != registry.Alias {
					out.add(ref, s.Text+" kommun")
				}
			}
		}
	}
	for _, id := range v.TermIDs("subregions") {
		ref := model.Ref{Kind: model.Subregion, ID: id}
		out.add(ref, id)
		if t, ok := v.Term("subregions", id); ok {
			out.add(ref, t.Sv.V)
			out.add(ref, t.En.V)
		}
	}
	return out
}

// add takes what a record of the registry is called.
func (n names) add(ref model.Ref, name string) {
	if n.addNew(ref, name) {
		n[ref.Kind].names.Add(name)
	}
}

// addNew takes what a new record is called. No other name is compared with it: two
// people on one list may well be called nearly the same.
func (n names) addNew(ref model.Ref, name string) (added bool) {
	key := text.Fold(name)
	if key == "" {
		return false
	}
	if n[ref.Kind] == nil {
		n[ref.Kind] = &called{refs: map[string][]model.Ref{}}
	}
	c := n[ref.Kind]
	if slices.Contains(c.refs[key], ref) {
		return false
	}
	c.refs[key] = append(c.refs[key], ref)
	return true
}

// find finds the record of the given kinds that people mean by a name. One of which
// the name is a slip is taken where that was said to be right.
func (im *importer) find(s string, kinds ...model.Kind) (model.Ref, *Refused) {
	refs, near, slip := im.lookUp(s, kinds...)
	switch {
	case len(refs) == 1:
		return refs[0], nil
	case len(refs) == 0 && len(near) == 1 && im.Near && slip:
		im.takeFor(s, im.nameOf(near[0]), near[0].String())
		return near[0], nil
	case len(refs) == 0 && len(near) == 1:
		return model.Ref{}, im.doubt(s, near[0], slip, false)
	case len(refs)+len(near) > 0:
		return model.Ref{}, refusal(say(ambiguous, text.Args{"refs": text.Or(refStrings(slices.Concat(refs, near)))}))
	}
	var sv, en []string
	for _, k := range kinds {
		sv, en = append(sv, k.Info().Sv.Many), append(en, k.Info().En.Many)
	}
	return model.Ref{}, refusal(text.Both{
		Sv: noRecord.Say(text.Swedish, text.Args{"kinds": text.List(sv, text.Swedish)}),
		En: noRecord.Say(text.English, text.Args{"kinds": text.List(en, text.English)}),
	})
}

// doubt is a name that is nearly that of a record. new is whether it may as well be
// that of a new one.
func (im *importer) doubt(s string, near model.Ref, slip, new bool) *Refused {
	whys := []text.Both{im.both(nearly, "near", func(w phrase.Writer) string { return w.Name(near) + " (" + near.String() + ")" })}
	switch {
	case near.Kind == model.RepresentativeKind:
		whys = append(whys, say(ifSame, text.Args{"name": strings.Join(strings.Fields(s), " "), "id": near.ID}))
	case !slip:
		whys = append(whys, ifMeant)
	}
	if new {
		whys = append(whys, ifAnother)
	}
	why := whys[0]
	for _, more := range whys[1:] {
		why = text.Both{Sv: why.Sv + " " + more.Sv, En: why.En + " " + more.En}
	}
	return &Refused{Near: near.String(), Slip: slip, Why: why}
}

// nameOf is what a record is called in each language.
func (im *importer) nameOf(ref model.Ref) text.Both {
	return text.Both{Sv: im.sv.Name(ref), En: im.en.Name(ref)}
}

// takeFor takes something for what it is a slip of.
func (im *importer) takeFor(s string, what text.Both, id string) {
	im.taking = append(im.taking, Taken{Value: shown(s), For: what, ID: id})
}

// unusedNames refuses names that were said to be someone's and that no row has.
func (im *importer) unusedNames() {
	for _, name := range slices.Sorted(maps.Keys(im.Same)) {
		if !im.said[text.Fold(name)] {
			im.refuse(Refused{Value: name, Why: noSuchName})
		}
	}
}

// same is who a name was said to stand for.
func (im *importer) same(folded string) (ref model.Ref, ok bool) {
	for name, ref := range im.Same {
		if text.Fold(name) == folded {
			im.said[folded] = true
			return ref, true
		}
	}
	return ref, false
}

// lookUp finds the records that are called so, and where there are none those
// that are nearly called so. slip is whether one of their names differs only by a
// slip. The names of people are compared as such, and none is ever a slip.
func (im *importer) lookUp(s string, kinds ...model.Kind) (refs, near []model.Ref, slip bool) {
	if head, id, ok := strings.Cut(s, "/"); ok {
		if k, known := model.KindNamed(head); known && slices.Contains(kinds, k) {
			if _, there := im.view.Record(model.Ref{Kind: k, ID: id}); there {
				return []model.Ref{{Kind: k, ID: id}}, nil, false
			}
		}
	}
	folded := text.Fold(s)
	if slices.Contains(kinds, model.RepresentativeKind) {
		if ref, ok := im.same(folded); ok {
			return []model.Ref{ref}, nil, false
		}
	}
	for _, k := range kinds {
		// An id is meant before a name that is the same as another's id.
		if _, ok := im.view.Record(model.Ref{Kind: k, ID: s}); ok {
			refs = append(refs, model.Ref{Kind: k, ID: s})
			continue
		}
		if c := im.names[k]; c != nil {
			refs = append(refs, c.refs[folded]...)
		}
	}
	if len(refs) > 0 || folded == "" {
		return refs, nil, false
	}
	for _, k := range kinds {
		c := im.names[k]
		if c == nil {
			continue
		}
		for _, name := range c.names.Near(s) {
			if k == model.RepresentativeKind && !text.SamePerson(s, name) {
				continue
			}
			slip = slip || k != model.RepresentativeKind && text.Slip(s, name)
			for _, ref := range c.refs[name] {
				if !slices.Contains(near, ref) {
					near = append(near, ref)
				}
			}
		}
	}
	return nil, near, slip
}

func refStrings(refs []model.Ref) []string {
	var out []string
	for _, r := range refs {
		out = append(out, r.String())
	}
	slices.Sort(out)
	return out
}

// slug makes an id of a name: Ödil Torvdotter becomes odil-torvdotter. It is ""
// where a letter has none of a–z.
func slug(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			b.WriteRune(r)
		case unicode.IsMark(r), r == '\'', r == '’':
		case plainLetters[r] != "":
			b.WriteString(plainLetters[r])
		case unicode.IsLetter(r):
			return ""
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// plainLetters are the letters of our neighbours that are not one of a–z with a
// mark.
var plainLetters = map[rune]string{'ø': "o", 'æ': "ae", 'ß': "ss", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'œ': "oe", 'ı': "i"}
