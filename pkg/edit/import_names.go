package edit

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/vis-samverkan/vis/pkg/model"
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

func (n names) add(ref model.Ref, name string) {
	key := text.Fold(name)
	if key == "" {
		return
	}
	if n[ref.Kind] == nil {
		n[ref.Kind] = &called{refs: map[string][]model.Ref{}}
	}
	c := n[ref.Kind]
	if !slices.Contains(c.refs[key], ref) {
		c.refs[key] = append(c.refs[key], ref)
		c.names.Add(name)
	}
}

// find finds the record of the given kinds that people mean by a name. One that
// is only nearly called so is taken where that was said to be right.
func (im *importer) find(s string, kinds ...model.Kind) (model.Ref, *Refused) {
	refs, near := im.lookUp(s, kinds...)
	switch {
	case len(refs) == 1:
		return refs[0], nil
	case len(refs) == 0 && len(near) == 1 && im.Near:
		return near[0], nil
	case len(refs) == 0 && len(near) == 1:
		return model.Ref{}, &Refused{Near: near[0].String(), Why: im.suggest(nearly, near[0])}
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

// suggest names a record that may be meant.
func (im *importer) suggest(b text.Both, near model.Ref) text.Both {
	return text.Both{
		Sv: b.Say(text.Swedish, text.Args{"near": im.sv.Name(near) + " (" + near.String() + ")"}),
		En: b.Say(text.English, text.Args{"near": im.en.Name(near) + " (" + near.String() + ")"}),
	}
}

// lookUp finds the records that are called so, and where there are none those
// that are nearly called so.
func (im *importer) lookUp(s string, kinds ...model.Kind) (refs, near []model.Ref) {
	if head, id, ok := strings.Cut(s, "/"); ok {
		if k, known := model.KindNamed(head); known && slices.Contains(kinds, k) {
			if _, there := im.view.Record(model.Ref{Kind: k, ID: id}); there {
				return []model.Ref{{Kind: k, ID: id}}, nil
			}
		}
	}
	folded := text.Fold(s)
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
		return refs, nil
	}
	for _, k := range kinds {
		c := im.names[k]
		if c == nil {
			continue
		}
		for _, name := range c.names.Near(s) {
			for _, ref := range c.refs[name] {
				if !slices.Contains(near, ref) {
					near = append(near, ref)
				}
			}
		}
	}
	return nil, near
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
