package render

import (
	"fmt"
	"strconv"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/report"
)

// axis places days between two edges.
type axis struct {
	from, until edtf.Day
	left, right float64
}

func (a axis) at(d edtf.Day) float64 {
	d = min(max(d, a.from), a.until)
	return a.left + (a.right-a.left)*float64(d-a.from)/float64(max(a.until-a.from, 1))
}

// years draws a line and a figure for each year, or for every so many of them.
func (c *canvas) years(a axis, top, bottom float64) {
	first, _, _ := a.from.Civil()
	last, _, _ := a.until.Civil()
	step := max(1, (last-first)/10)
	for y := first; y <= last; y += step {
		day := edtf.DayOf(y, 1, 1)
		if day < a.from {
			continue
		}
		c.line(a.at(day), top, a.at(day), bottom, pale, "")
		c.words(a.at(day), top-4, strconv.Itoa(y), ink, `text-anchor="middle"`)
	}
}

// today marks the day of the view.
func (c *canvas) today(a axis, day edtf.Day, top, bottom float64) {
	if day < a.from || day > a.until {
		return
	}
	c.line(a.at(day), top, a.at(day), bottom, ink, `stroke-dasharray="4 3"`)
	c.words(a.at(day), bottom+letter+2, day.String(), ink, `text-anchor="middle"`)
}

// timeline draws lanes. What may have begun or ended on any of several days is
// drawn paler over those days.
func (c *canvas) timeline(p *report.Timeline) {
	c.legend(p.Legend, false)
	room := 0.0
	for _, l := range p.Lanes {
		room = max(room, textWidth(Safe(l.Label)))
	}
	room = min(room, 330)
	a := axis{p.From, p.Until, margin + room + 10, c.width - margin - 36}
	c.height += rowHeight
	top, bottom := c.height, c.height+float64(len(p.Lanes))*rowHeight
	c.years(a, top, bottom)
	for i, l := range p.Lanes {
		y := top + float64(i)*rowHeight
		c.words(a.left-10, y+15, fitted(l.Label, room), ink, `text-anchor="end"`)
		for _, s := range l.Spans {
			c.stretch(a, y, s)
		}
		for _, pt := range l.Points {
			c.point(a, y, pt)
		}
	}
	c.today(a, p.Now, top, bottom)
	c.height = bottom + rowHeight
}

func (c *canvas) stretch(a axis, y float64, s report.Stretch) {
	first, begun, ends, last := a.from, a.from, a.until, a.until
	if !s.From.IsZero() {
		first, begun = s.From.Earliest(), s.From.Latest()
	}
	if !s.Until.IsZero() {
		ends, last = s.Until.Earliest(), s.Until.Latest()
	}
	ends = max(ends, begun)
	fmt.Fprintf(&c.body, `<g><title>%s</title>`, escaped(s.Text))
	c.rect(a.at(first), y+5, a.at(last)-a.at(first), rowHeight-10, tones[s.Tone], `fill-opacity="0.35"`)
	c.rect(a.at(begun), y+5, max(a.at(ends)-a.at(begun), 0), rowHeight-10, tones[s.Tone], "")
	c.body.WriteString("</g>")
}

func (c *canvas) point(a axis, y float64, p report.Point) {
	if p.Date.Latest() < a.from || p.Date.Earliest() > a.until {
		return
	}
	x1, x2 := a.at(p.Date.Earliest()), a.at(p.Date.Latest())
	fmt.Fprintf(&c.body, `<g><title>%s</title>`, escaped(p.Text))
	if x2-x1 > 6 {
		c.rect(x1, y+8, x2-x1, rowHeight-16, tones[p.Tone], `fill-opacity="0.5" rx="3"`)
	} else {
		fmt.Fprintf(&c.body, `<circle cx="%s" cy="%s" r="4" fill="%s"/>`, num((x1+x2)/2), num(y+rowHeight/2), tones[p.Tone])
	}
	c.body.WriteString("</g>")
}

// curve draws a number over time: a line for what is certain, and above it, paler,
// what it may be.
func (c *canvas) curve(p *report.Curve) {
	most := p.Whole
	for _, s := range p.Steps {
		most = max(most, s.Max)
	}
	step := scaleStep(most)
	a := axis{p.From, p.Until, margin + 44, c.width - margin - 36}
	c.height += rowHeight
	top, bottom := c.height, c.height+220
	at := func(v float64) float64 { return bottom - (bottom-top)*v/max(most, 1) }
	c.years(a, top, bottom)
	for v := 0.0; v <= most; v += step {
		c.line(a.left, at(v), a.right, at(v), pale, "")
		c.words(a.left-6, at(v)+4, num(v), ink, `text-anchor="end"`)
	}
	if p.Whole > 0 {
		c.line(a.left, at(p.Whole), a.right, at(p.Whole), grey, `stroke-dasharray="2 3"`)
	}
	for i, s := range p.Steps {
		until := a.until
		if i+1 < len(p.Steps) {
			until = p.Steps[i+1].Day
		}
		x, w := a.at(s.Day), a.at(until)-a.at(s.Day)
		c.rect(x, at(s.Min), w, bottom-at(s.Min), blue, `fill-opacity="0.6"`)
		if s.Max > s.Min {
			c.rect(x, at(s.Max), w, at(s.Min)-at(s.Max), blue, `fill-opacity="0.2"`)
		}
		c.line(x, at(s.Min), x+w, at(s.Min), blue, `stroke-width="2"`)
	}
	c.today(a, p.Now, top, bottom)
	c.height = bottom + rowHeight
	c.words(margin, top-rowHeight+6, p.Unit, ink, "")
}
