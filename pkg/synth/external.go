package synth

import "fmt"

// national adds a national agreement, made by others than the parties and for
// a limited time: one that has expired, or one that is in force.
func (w *world) national(expired bool) *agreement {
	w.cost()
	w.nationals++
	year := 2025
	if expired {
		year = 2023
	}
	a := &agreement{
		id: fmt.Sprintf("nationell-%d-%d", year, w.nationals), title: fmt.Sprintf("Statlig överenskommelse %d, bilaga %d", year, w.nationals), typ: "national", county: w.home,
		external: true, actual: date(year, 1, 1), expires: date(year+1, 12, 31),
	}
	a.doc = w.source(&source{
		id: "dokument-" + a.id, title: a.title, typ: "memorandum", publisher: "Staten och kommunerna (påhittat)", dated: weekday(a.actual + 14), reference: "SYN S/" + a.id,
	})
	w.agreements = append(w.agreements, a)
	return a
}

// writeExternal writes the rest of an agreement that the parties have not made.
func (a *agreement) writeExternal(p *page) {
	p.yes("external", true)
	p.in("entry_into_force", func() { p.day("actual", a.actual) })
	p.day("expires", a.expires)
	p.sources(cite{source: a.doc})
	p.block("note", remark(a.id, 2))
}
