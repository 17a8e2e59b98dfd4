package synth

import (
	"fmt"
	"strconv"
)

type source struct {
	id, title, typ, publisher string
	dated, retrieved          day
	version, reference, url   string
	claims                    []claim
	note                      string
}

type claim struct {
	id, metric, scope, counting string
	value                       string
	on                          day
	says                        string
}

func (w *world) source(s *source) *source {
	w.cost()
	w.sources = append(w.sources, s)
	return s
}

// web is the page of an organization or a group: what is so today.
func (w *world) web(id, title, publisher string) *source {
	return w.source(&source{
		id: "webb-" + id, title: title, typ: "web-page", publisher: publisher, retrieved: retrieved,
		url: "https://example.org/samverkan/" + id,
	})
}

// protocol is the minutes of a group for a year, which evidence everything
// that happened at its meetings. It is made when it is first asked for.
func (w *world) protocol(g *group, year int) *source {
	if s := g.protocols[year-2015]; s != nil {
		return s
	}
	dated := date(year, 12, 22)
	if year == lastYear {
		dated = date(year, 6, 26)
	}
	s := w.source(&source{
		id:    fmt.Sprintf("protokoll-%s-%d", g.id, year),
		title: fmt.Sprintf("Protokoll %d: %s", year, g.name), typ: "protocol", publisher: g.name, dated: dated,
		version: "1.0", reference: fmt.Sprintf("SYN %d/%04d", year, len(w.sources)%10000),
		note: "Protokollen för årets möten i en fil. Varje ärende har en egen paragraf.",
	})
	g.protocols[year-2015] = s
	return s
}

// report is a county's report on a year, which comes out in February.
func (w *world) report(c *county, year int) *source {
	if s := c.reports[year-2015]; s != nil {
		return s
	}
	s := w.source(&source{
		id:    fmt.Sprintf("arsrapport-%s-%d", c.slug, year),
		title: fmt.Sprintf("Samverkan i %s %d, årsrapport", c.name, year), typ: "report", publisher: c.regionName(date(year, 12, 31)),
		dated: weekday(date(year+1, 2, 15)), version: "1.0", reference: "SYN " + strconv.Itoa(year) + "/1",
		note: "Rapporten sammanfattar året för samverkan i länet. Den är påhittad.",
	})
	c.reports[year-2015] = s
	return s
}

func (s *source) write(p *page) {
	p.text("title", s.title)
	p.raw("type", s.typ)
	p.text("publisher", s.publisher)
	p.day("date", s.dated)
	p.day("retrieved", s.retrieved)
	p.quoted("version", s.version)
	p.text("reference", s.reference)
	p.word("url", s.url)
	entries(p, "claims", s.claims, func(_ int, c claim) {
		p.raw("id", c.id)
		p.quoted("section", "2")
		p.raw("metric", c.metric)
		p.raw("value", c.value)
		p.day("as_of", c.on)
		p.word("scope", c.scope)
		p.word("counting", c.counting)
		p.text("says", c.says)
	})
	if s.note != "" {
		p.text("note", s.note)
	} else {
		p.block("note", remark(s.id, 2))
	}
}
