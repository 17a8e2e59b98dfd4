package render

import (
	"fmt"
	"math"
	"strconv"

	"github.com/vis-samverkan/vis/pkg/report"
)

// wheel draws the year as a circle with January at the top, going clockwise,
// each event a numbered dot in its months; the numbers are explained beside it.
func (c *canvas) wheel(p *report.Wheel) {
	c.legend(p.Legend, false)
	const outer, inner = 190.0, 70.0
	cx, cy := margin+outer+20, c.height+outer+24
	at := func(month, r float64) (x, y float64) {
		angle := (month-1)/12*2*math.Pi - math.Pi/2
		return cx + r*math.Cos(angle), cy + r*math.Sin(angle)
	}
	for _, r := range []float64{outer, inner} {
		fmt.Fprintf(&c.body, `<circle cx="%s" cy="%s" r="%s" fill="none" stroke="%s"/>`, num(cx), num(cy), num(r), pale)
	}
	for m := 1; m <= 12; m++ {
		x1, y1 := at(float64(m), inner)
		x2, y2 := at(float64(m), outer)
		c.line(x1, y1, x2, y2, pale, "")
		x, y := at(float64(m)+0.5, outer+12)
		c.words(x, y+4, p.Months[m-1], ink, `text-anchor="middle"`)
	}
	c.words(cx, cy+6, strconv.Itoa(p.Year), ink, `text-anchor="middle" font-size="20" font-weight="bold"`)
	placed := [13]int{}
	for i, e := range p.Events {
		month := (e.First + e.Last) / 2
		n := placed[month]
		placed[month]++
		// Three beside each other, and then further out.
		x, y := at(float64(e.First+e.Last)/2+0.2+0.3*float64(n%3), inner+18+22*float64(n/3))
		fmt.Fprintf(&c.body, `<g><title>%s</title><circle cx="%s" cy="%s" r="10" fill="%s"/>`, escaped(e.Text), num(x), num(y), tones[e.Tone])
		c.words(x, y+4, strconv.Itoa(i+1), "#ffffff", `text-anchor="middle" font-size="10" font-weight="bold"`)
		c.body.WriteString("</g>")
	}
	left := cx + outer + 44
	y := c.height
	for i, e := range p.Events {
		y += 18
		c.words(left, y, fitted(strconv.Itoa(i+1)+". "+e.Text, c.width-margin-left), ink, "")
	}
	c.height = max(cy+outer+28, y+10)
}
