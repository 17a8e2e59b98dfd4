package render

import "github.com/vis-samverkan/vis/pkg/report"

// PaperDoc is a paper as a text for any of the formats that people read.
func PaperDoc(p *report.Paper) Doc {
	d := Doc{Title: p.Title}
	for _, line := range p.Lead {
		d.Lead = append(d.Lead, Words(Bullet, line))
	}
	for _, s := range p.Sections {
		d.Sections = append(d.Sections, Section{Heading: s.Heading, Items: paperItems(s.Lines)})
	}
	return d
}

func paperItems(lines []report.Line) []Item {
	var out []Item
	for _, line := range lines {
		item := Words(Bullet, line.Text)
		if line.Gap {
			item.Sign = Remark
		}
		if line.Source != "" {
			item.Spans = append(item.Spans, Span{Faint, " [" + line.Source + "]"})
		}
		item.Items = paperItems(line.Lines)
		out = append(out, item)
	}
	return out
}
