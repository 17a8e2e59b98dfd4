package render

import "github.com/vis-samverkan/vis/pkg/report"

// matrix draws a grid of marks, the names of the columns slanting above it.
func (c *canvas) matrix(p *report.Matrix) {
	c.legend(p.Legend, true)
	room := 0.0
	for _, r := range p.Rows {
		room = max(room, textWidth(Safe(r.Label)))
	}
	room = min(room, 330)
	left := margin + room + 10
	cell := min(44, max(18, (c.width-margin-left-90)/float64(max(len(p.Columns), 1))))
	tallest := 0.0
	for _, name := range p.Columns {
		tallest = max(tallest, textWidth(fitted(name, 230)))
	}
	c.height += tallest*0.72 + letter
	for i, name := range p.Columns {
		x := left + (float64(i)+0.5)*cell
		c.words(0, 0, fitted(name, 230), ink, `transform="translate(`+num(x)+" "+num(c.height-6)+`) rotate(-45)"`)
	}
	if edge := left + float64(len(p.Columns))*cell + tallest*0.72 + margin; edge > c.width {
		c.width = edge
	}
	group := ""
	for _, r := range p.Rows {
		if r.Group != group {
			group = r.Group
			c.words(margin, c.height+letter+6, fitted(group, c.width-2*margin), ink, `font-weight="bold"`)
			c.height += rowHeight + 2
		}
		c.words(left-10, c.height+15, fitted(r.Label, room), ink, `text-anchor="end"`)
		c.line(left, c.height+rowHeight-0.5, left+float64(len(p.Columns))*cell, c.height+rowHeight-0.5, pale, "")
		for i, m := range r.Marks {
			if m >= 0 {
				c.swatch(left+float64(i)*cell+(cell-14)/2, c.height+4, p.Legend[m], true)
			}
		}
		c.height += rowHeight
	}
}
