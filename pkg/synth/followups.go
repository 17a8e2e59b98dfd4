package synth

import "fmt"

type followup struct {
	agreement  *agreement
	year       int
	reported   day
	values     []int
	deviations []deviation
	by         *group
	cite       cite
}

type deviation struct {
	category       string
	count, handled int
}

// follow records the follow-ups of an agreement for the years that its interval
// asks for, so that none is overdue.
func (w *world) follow(a *agreement) {
	first := max(min(yearOf(a.actual)+1, 2025), w.firstYear)
	for year := 2025; year >= first && (a.ended == 0 || year < yearOf(a.ended)); year -= a.every {
		w.cost()
		f := &followup{agreement: a, year: year, by: a.owner, reported: weekday(date(year+1, 3, w.between(1, 28)))}
		if f.reported > retrieved {
			f.reported = retrieved
		}
		f.cite = cite{source: w.protocol(a.owner, year+1), section: paragraph(2)}
		for range a.indicators {
			f.values = append(f.values, w.between(10, 95))
		}
		at := w.between(0, len(deviationCategories)-1)
		for i := range w.between(1, 2) {
			n := w.between(1, 30)
			f.deviations = append(f.deviations, deviation{deviationCategories[(at+i)%len(deviationCategories)], n, w.between(0, n)})
		}
		w.followups = append(w.followups, f)
	}
}

func (f *followup) id() string { return fmt.Sprintf("%s-%d", f.agreement.id, f.year) }

func (f *followup) write(p *page) {
	p.raw("agreement", f.agreement.id)
	p.in("period", func() {
		p.day("from", date(f.year, 1, 1))
		p.day("until", date(f.year, 12, 31))
	})
	p.raw("by", f.by.ref())
	p.day("reported", f.reported)
	entries(p, "indicators", f.values, func(i, v int) {
		p.raw("id", f.agreement.indicators[i].id)
		p.number("value", v)
	})
	entries(p, "deviations", f.deviations, func(_ int, d deviation) {
		p.text("category", d.category)
		p.number("count", d.count)
		p.number("handled", d.handled)
	})
	if f.agreement.preventive == "yes" {
		p.text("preventive", "Förebyggande insatser har följts upp tillsammans med de lokala grupperna.")
	}
	p.sources(f.cite)
	p.block("note", remark(f.id(), 3))
}
