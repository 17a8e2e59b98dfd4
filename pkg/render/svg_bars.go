package render

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/report"
)

// bars draws horizontal bars with a scale below them.
func (c *canvas) bars(p *report.Bars) {
	room, longest := 0.0, 0.0
	for _, b := range p.Bars {
		room = max(room, textWidth(Safe(b.Label)))
		longest = max(longest, sum(b.Lengths))
		if !math.IsInf(b.Doubt, 1) {
			longest = max(longest, sum(b.Lengths)+b.Doubt)
		}
	}
	room = min(room, 330)
	if len(p.Series) > 1 {
		c.legend(p.Series, false)
	}
	left, right := margin+room+8, c.width-margin-40
	step := scaleStep(longest)
	most := math.Ceil(max(longest, 1)/step) * step
	at := func(v float64) float64 { return left + (right-left)*v/most }
	top := c.height
	bottom := top + float64(len(p.Bars))*rowHeight
	for v := 0.0; v <= most; v += step {
		c.line(at(v), top, at(v), bottom, pale, "")
		c.words(at(v), bottom+letter+4, num(v), ink, `text-anchor="middle"`)
	}
	for i, b := range p.Bars {
		y := top + float64(i)*rowHeight
		c.words(left-8, y+15, fitted(b.Label, room), ink, `text-anchor="end"`)
		x := 0.0
		for j, n := range b.Lengths {
			c.rect(at(x), y+4, at(x+n)-at(x), rowHeight-8, tones[p.Series[j].Tone], `stroke="#ffffff"`)
			x += n
		}
		figure, end := num(x), at(x)
		switch {
		case math.IsInf(b.Doubt, 1): // nothing bounds it: to the edge
			figure, end = "≥ "+figure, right
		case b.Doubt > 0:
			figure, end = figure+"–"+num(x+b.Doubt), at(x+b.Doubt)
		}
		if b.Doubt > 0 {
			c.rect(at(x), y+4, end-at(x), rowHeight-8, "none", `stroke="`+grey+`" stroke-dasharray="3 2"`)
		}
		c.words(end+6, y+15, figure, ink, "")
	}
	c.height = bottom + rowHeight
	c.words(right, c.height+letter, p.Unit, ink, `text-anchor="end"`)
	c.height += letter + 4
}

func sum(list []float64) (s float64) {
	for _, f := range list {
		s += f
	}
	return s
}

// scaleStep is the distance between the lines of a scale, so that there are
// about five: 1, 2 or 5 times a power of ten, and never less than 1.
func scaleStep(longest float64) float64 {
	step := math.Pow(10, math.Floor(math.Log10(max(longest, 1))))
	for _, f := range []float64{0.1, 0.2, 0.5, 1, 2} {
		if s := step * f; s >= 1 && longest/s <= 6 {
			return s
		}
	}
	return max(step, 1)
}
