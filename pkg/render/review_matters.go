package render

import (
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// The words of who must decide.
var (
	mattersHeading  = text.Both{Sv: "Vem som ska besluta", En: "Who must decide"}
	mattersUnknown  = text.Both{Sv: "inte känt", En: "not known"}
	mattersObserved = text.Both{Sv: "{body} (så sker det i praktiken; riktlinjen anger det inte)", En: "{body} (this is how it is done in practice; the guideline does not say)"}
	mattersAdoption = text.Both{Sv: "{matter} av {agreement}", En: "{matter} of {agreement}"}
	mattersTouched  = text.Both{Sv: "gäller: {records}", En: "about: {records}"}
	mattersPerhaps  = text.Both{Sv: "Det går inte att avgöra om ändringen rör ärendet.", En: "Nobody can tell whether the change touches the matter."}
	mattersParties  = text.Both{
		Sv: "{n|en part|# parter} beslutar; antagande är inlagt för {yes}, saknas för {no} och är inte känt för {unknown}",
		En: "{n|one party decides|# parties decide}; adoption is recorded for {yes}, missing for {no} and not known for {unknown}",
	}
	mattersNotTold = text.Both{
		Sv: "{n|en part|# parter} beslutar; det är inte känt om någon av dem har antagit det som ändras",
		En: "{n|one party decides|# parties decide}; it is not known whether any of them has adopted what is changed",
	}
	mattersTaken   = text.Both{Sv: "beslut: {decision}", En: "decision: {decision}"}
	mattersWaiting = text.Both{Sv: "väntetid: {waiting}; beslut kan väntas tidigast {day}", En: "waiting time: {waiting}; a decision can be expected on {day} at the earliest"}
)

// matters tells who must decide on the change, and what is missing.
func (w reviewWriter) matters() []Section {
	s := Section{Heading: mattersHeading.In(w.lang)}
	for i := range w.Matters {
		s.Items = append(s.Items, w.matter(&w.Matters[i]))
	}
	if len(s.Items) == 0 {
		return nil
	}
	return []Section{s}
}

func (w reviewWriter) matter(m *review.Matter) Item {
	name := phrase.Word("matter", m.ID)
	if !m.Agreement.IsZero() {
		args := text.Args{"matter": name, "agreement": phrase.Name(w.Diff.Head, m.Agreement)}
		name = text.Both{Sv: mattersAdoption.Say(text.Swedish, args), En: mattersAdoption.Say(text.English, args)}
	}
	sign := Plus
	adopted := map[truth.Value]int{}
	for _, p := range m.Parties {
		adopted[p.Adopted]++
	}
	if len(m.Missing) > 0 || m.Known != truth.Yes || adopted[truth.Yes] < len(m.Parties) {
		sign = Alert
	}
	item := Item{Sign: sign, Spans: []Span{{Strong, text.Capital(name.In(w.lang)) + ": "}, plain(w.deciders(m))}}
	add := func(sign Sign, says text.Both, args text.Args) {
		item.Items = append(item.Items, Words(sign, says.Say(w.lang, args)))
	}
	if m.Agreement.IsZero() {
		add(Bullet, mattersTouched, text.Args{"records": w.touched(m)})
	}
	if n := len(m.Parties); n > 0 && adopted[truth.CannotTell] == n {
		add(Bullet, mattersNotTold, text.Args{"n": n})
	} else if n > 0 {
		add(Bullet, mattersParties, text.Args{
			"n": len(m.Parties), "yes": adopted[truth.Yes], "no": adopted[truth.No], "unknown": adopted[truth.CannotTell],
		})
	}
	if m.Certain != truth.Yes {
		add(Bullet, mattersPerhaps, nil)
	}
	for _, t := range m.Touched {
		for _, d := range t.Decisions {
			if d.Taken == truth.Yes && d.Competent != truth.No && !d.Old {
				add(Plus, mattersTaken, text.Args{"decision": phrase.Name(w.Diff.Head, d.Decision)})
			}
		}
	}
	for _, missing := range m.Missing {
		item.Items = append(item.Items, Words(Minus, missing.Text.In(w.lang)))
	}
	if waiting, ok := m.By.Value.Waiting.Get(); ok && !m.Earliest.IsZero() {
		add(Bullet, mattersWaiting, text.Args{"waiting": waiting, "day": m.Earliest})
	}
	return item
}

// deciders is who decides a matter.
func (w reviewWriter) deciders(m *review.Matter) string {
	body := phrase.Competent(w.Diff.Head, m.Body)
	switch {
	case body.Sv == "":
		return mattersUnknown.In(w.lang)
	case m.By.Governs == truth.Yes && !m.By.Decided && m.Agreement.IsZero():
		return mattersObserved.Say(w.lang, text.Args{"body": body})
	}
	return body.In(w.lang)
}

// touched names the records of which a change touches a matter.
func (w reviewWriter) touched(m *review.Matter) text.Both {
	var sv, en []string
	for _, t := range m.Touched {
		view := w.Diff.Head
		if t.Record.Head == nil {
			view = w.Diff.Base
		}
		name := phrase.Name(view, t.Record.Ref())
		sv, en = append(sv, name.Sv), append(en, name.En)
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}
