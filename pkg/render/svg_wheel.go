package render

import (
	"fmt"
	"math"
	"strconv"

	"github.com/vis-samverkan/vis/pkg/report"
)

// The measures of a wheel. A month holds three dots beside each other in each
// ring, so the innermost ring must not be narrower than innerRing.
const (
	wheelHub  = 70.0
	innerRing = 128.0
	ringStep  = 22.0
	dotRadius = 10.0
)

// wheel draws the year as a circle with January at the top, going clockwise,
// each event a numbered dot in its month, or in the middle of its months; the
// numbers are explained below.
func (c *canvas) wheel(p *report.Wheel) {
	c.legend(p.Legend, false)
	var placed [13]int
	most := 0
	for _, e := range p.Events {
		month := (e.First + e.Last) / 2
		placed[month]++
		most = max(most, placed[month])
	}
	rings := float64((most + 2) / 3)
	outer := min(max(190, innerRing+ringStep*(rings-1)+dotRadius+8), c.width/2-margin-32)
	cx, cy := c.width/2, c.height+outer+24
	at := func(month, r float64) (x, y float64) {
		angle := (month-1)/12*2*math.Pi - math.Pi/2
		return cx + r*math.Cos(angle), cy + r*math.Sin(angle)
	}
	for _, r := range []float64{outer, wheelHub} {
		fmt.Fprintf(&c.body, `<circle cx="%s" cy="%s" r="%s" fill="none" stroke="%s"/>`, num(cx), num(cy), num(r), pale)
	}
	for m := 1; m <= 12; m++ {
		x1, y1 := at(float64(m), wheelHub)
		x2, y2 := at(float64(m), outer)
		c.line(x1, y1, x2, y2, pale, "")
		x, y := at(float64(m)+0.5, outer+16)
		c.words(x, y+4, p.Months[m-1], ink, `text-anchor="middle"`)
	}
	c.words(cx, cy+6, strconv.Itoa(p.Year), ink, `text-anchor="middle" font-size="20" font-weight="bold"`)
	placed = [13]int{}
	for i, e := range p.Events {
		month := (e.First + e.Last) / 2
		n := placed[month]
		placed[month]++
		// Three beside each other, and then further in.
		x, y := at(float64(month)+0.2+0.3*float64(n%3), outer-dotRadius-8-ringStep*float64(n/3))
		fmt.Fprintf(&c.body, `<g><title>%s</title><circle cx="%s" cy="%s" r="%s" fill="%s"/>`, escaped(e.Text), num(x), num(y), num(dotRadius), tones[e.Tone])
		c.words(x, y+4, strconv.Itoa(i+1), "#ffffff", `text-anchor="middle" font-size="10" font-weight="bold"`)
		c.body.WriteString("</g>")
	}
	c.height = cy + outer + 36
	for i, e := range p.Events {
		c.height += 18
		c.words(margin, c.height, fitted(strconv.Itoa(i+1)+". "+e.Text, c.width-2*margin), ink, "")
	}
	c.height += 10
}
