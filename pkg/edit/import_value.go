package edit

import (
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/sheet"
	"github.com/vis-samverkan/vis/pkg/text"
)

// convert reads what a cell says as a value of a field, in the form that a file
// has it. Where it cannot be taken, fault tells why.
func (im *importer) convert(f *model.Field, said string) (value any, ref model.Ref, fault *Refused) {
	if f.Shape == model.Many {
		var out []string
		for _, part := range im.parts(f, said) {
			s, _, fault := im.one(f, part)
			if fault != nil {
				return nil, ref, fault
			}
			out = append(out, s)
		}
		return out, ref, nil
	}
	s, ref, fault := im.one(f, said)
	return s, ref, fault
}

// parts are the values in a cell that holds several: one on each line, or parted
// by semicolons. References and terms may be parted by commas, where the whole is
// not a name.
func (im *importer) parts(f *model.Field, s string) []string {
	sign := ";"
	if lines := strings.ReplaceAll(s, "\n", ";"); lines != s {
		s = lines
	} else if !strings.Contains(s, ";") && f.Class&(model.ClassRef|model.ClassTerm) != 0 {
		if _, fault := im.find(s, f.Refs...); fault == nil {
			return []string{s}
		}
		sign = ","
	}
	var out []string
	for part := range strings.SplitSeq(s, sign) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func refusal(why text.Both) *Refused { return &Refused{Why: why} }

// say fills a reason in both languages.
func say(b text.Both, args text.Args) text.Both {
	return text.Both{Sv: b.Say(text.Swedish, args), En: b.Say(text.English, args)}
}

// unknown is the answer to a question that was asked and that no source answers.
var unknown = model.Unknown.String()

// one reads one value.
func (im *importer) one(f *model.Field, said string) (string, model.Ref, *Refused) {
	s := strings.Join(strings.Fields(said), " ")
	none := model.Ref{}
	if folded := text.Fold(s); folded == "okänt" || folded == "okänd" || folded == "unknown" {
		return unknown, none, nil
	}
	switch f.Class {
	case model.ClassDate:
		date, why := sheet.Date(s)
		if date == "" {
			return "", none, refusal(why)
		}
		return date, none, nil
	case model.ClassClock:
		if clock, ok := Clock(s); ok {
			return clock, none, nil
		}
		return "", none, refusal(notAClock)
	case model.ClassWord:
		return im.word(f, s)
	case model.ClassTerm:
		return im.term(f, s)
	case model.ClassRef:
		ref, fault := im.find(s, f.Refs...)
		if fault != nil {
			return "", none, fault
		}
		if len(f.Refs) == 1 {
			return ref.ID, ref, nil
		}
		return ref.String(), ref, nil
	case model.ClassURL:
		if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
			return "", none, refusal(notAnAddress)
		}
	case model.ClassSlug:
		if !model.IsSlug(s) {
			return "", none, refusal(notAnID)
		}
	case model.ClassInt:
		if _, err := strconv.Atoi(s); err != nil {
			return "", none, refusal(notANumber)
		}
	case model.ClassBool:
		switch strings.ToLower(s) {
		case "ja", "yes", "x", "true", "sant":
			return "true", none, nil
		case "nej", "no", "false", "falskt":
			return "false", none, nil
		}
		return "", none, refusal(notYesOrNo)
	case model.ClassCode:
		// The code of a municipality has four digits. Programs drop the zero before.
		if _, err := strconv.Atoi(s); err == nil && len(s) == 3 {
			s = "0" + s
		}
	}
	return s, none, nil
}

// word finds the value of an enumeration by its id, its word in either language,
// or what people write for it.
func (im *importer) word(f *model.Field, s string) (string, model.Ref, *Refused) {
	folded := foldHeading(s)
	var sv, en []string
	ids := map[string]string{}
	for _, c := range model.Enumeration(f.Enum) {
		sv, en = append(sv, c.Sv), append(en, c.En)
		for _, w := range append([]string{string(c.ID), c.Sv, c.En}, choices[f.Enum][c.ID]...) {
			if foldHeading(w) == folded {
				return string(c.ID), model.Ref{}, nil
			}
			ids[w] = string(c.ID)
		}
	}
	if near := slipFor(s, ids); near != "" {
		id := model.Word(near)
		return im.slip(s, text.Both{Sv: model.Label(f.Enum, id, "sv"), En: model.Label(f.Enum, id, "en")}, near)
	}
	return "", model.Ref{}, refusal(text.Both{
		Sv: notAllowed.Say(text.Swedish, text.Args{"allowed": text.List(sv, text.Swedish)}),
		En: notAllowed.Say(text.English, text.Args{"allowed": text.List(en, text.English)}),
	})
}

// slipFor is the only id of which a word is a slip of the pen, or "".
func slipFor(s string, ids map[string]string) (meant string) {
	for word, id := range ids {
		if !text.Slip(s, word) {
			continue
		}
		if meant != "" && meant != id {
			return ""
		}
		meant = id
	}
	return meant
}

// slip takes a word for the one of which it is a slip, where that was said to be
// right.
func (im *importer) slip(s string, meant text.Both, id string) (string, model.Ref, *Refused) {
	if im.Near {
		im.takeFor(s, meant, id)
		return id, model.Ref{}, nil
	}
	return "", model.Ref{}, &Refused{Near: id, Slip: true, Why: text.Both{
		Sv: nearly.Say(text.Swedish, text.Args{"near": meant.Sv}), En: nearly.Say(text.English, text.Args{"near": meant.En}),
	}}
}

// term finds a term of the vocabulary.
func (im *importer) term(f *model.Field, s string) (string, model.Ref, *Refused) {
	ids := map[string]string{}
	for _, id := range im.view.TermIDs(f.Term) {
		words := []string{id}
		if t, ok := im.view.Term(f.Term, id); ok {
			words = append(words, t.Sv.V, t.En.V)
		}
		for _, w := range words {
			if w != "" && text.Fold(w) == text.Fold(s) {
				return id, model.Ref{}, nil
			}
			ids[w] = id
		}
	}
	if near := slipFor(s, ids); near != "" {
		return im.slip(s, inBoth(near), near)
	}
	return "", model.Ref{}, refusal(notATerm)
}
