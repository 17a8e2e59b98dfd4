package render

import (
	"encoding/xml"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// ReportSVG writes the charts of a report as one picture, below each other. The
// error is *NoCharts where there are none.
func ReportSVG(w io.Writer, r *report.Report, l text.Lang) error {
	all := &canvas{}
	for i := range r.Parts {
		if r.Parts[i].Chart == nil {
			continue
		}
		c := draw(r.Parts[i].Chart)
		if all.height > 0 {
			all.height += 24
		}
		fmt.Fprintf(&all.body, `<g transform="translate(0 %s)">`, num(all.height))
		all.body.WriteString(c.body.String())
		all.body.WriteString("</g>")
		all.width, all.height = max(all.width, c.width), all.height+c.height
	}
	if all.height == 0 {
		return &NoCharts{r.Name}
	}
	_, err := io.WriteString(w, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+all.picture(r.Title, altTexts(r), string(l))+"\n")
	return err
}

// NoCharts says that a report has no charts to draw.
type NoCharts struct{ Report string }

func (e *NoCharts) Error() string {
	return "the report " + e.Report + " has no charts; choose another format than svg"
}

// Swedish says the same in Swedish.
func (e *NoCharts) Swedish() string {
	return "rapporten " + e.Report + " har inga diagram; välj ett annat format än svg"
}

func altTexts(r *report.Report) string {
	var out []string
	for i := range r.Parts {
		if c := r.Parts[i].Chart; c != nil {
			out = append(out, c.Title+": "+c.Text)
		}
	}
	return strings.Join(out, " ")
}

// drawing is a chart as a picture inside a page. All that comes from a registry
// goes through canvas, which escapes it.
func drawing(c *report.Chart) (template.HTML, error) {
	d := draw(c)
	return template.HTML(d.picture(c.Title, c.Text, "")), nil
}

func draw(c *report.Chart) *canvas {
	d := &canvas{width: chartWidth}
	d.words(margin, 24, c.Title, ink, `font-size="16" font-weight="bold"`)
	d.height = 40
	switch p := c.Picture.(type) {
	case *report.Bars:
		d.bars(p)
	case *report.Matrix:
		d.matrix(p)
	case *report.Timeline:
		d.timeline(p)
	case *report.Curve:
		d.curve(p)
	case *report.Wheel:
		d.wheel(p)
	}
	d.height += margin
	return d
}

// The measures of all charts, in pixels.
const (
	chartWidth = 880
	margin     = 16
	letter     = 12 // height of letters
	rowHeight  = 22
)

// The colours of Okabe and Ito, which people who see colours differently can
// tell apart, and with a contrast of 4.5:1 or more to white, so that signs can be white on them.
const (
	ink    = "#1a1a1a"
	pale   = "#d9d9d9"
	orange = "#b84f00"
	blue   = "#0072b2"
	green  = "#007a5a"
	purple = "#a8508a"
	amber  = "#8f6a00"
	grey   = "#757575"
)

var tones = [...]string{
	report.Quiet: grey, report.Good: green, report.Open: amber, report.Bad: orange,
	report.Neutral: blue, report.Neutral2: purple, report.Neutral3: green,
}

// canvas is a picture that grows downwards.
type canvas struct {
	body          strings.Builder
	width, height float64
}

// picture is the whole with what it tells in words.
func (c *canvas) picture(title, desc, lang string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %s %s" width="%[1]s" height="%[2]s" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="%d"`, num(c.width), num(c.height), letter)
	if lang != "" {
		b.WriteString(` xml:lang="` + lang + `"`)
	}
	b.WriteString("><title>" + escaped(title) + "</title><desc>" + escaped(desc) + "</desc>")
	fmt.Fprintf(&b, `<rect width="%s" height="%s" fill="#ffffff"/>`, num(c.width), num(c.height))
	b.WriteString(c.body.String())
	b.WriteString("</svg>")
	return b.String()
}

// words writes a text with its foot at y. more is attributes of ours.
func (c *canvas) words(x, y float64, s, fill, more string) {
	fmt.Fprintf(&c.body, `<text x="%s" y="%s" fill="%s" %s>%s</text>`, num(x), num(y), fill, more, escaped(s))
}

func (c *canvas) rect(x, y, w, h float64, fill, more string) {
	fmt.Fprintf(&c.body, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s" %s/>`, num(x), num(y), num(w), num(h), fill, more)
}

func (c *canvas) line(x1, y1, x2, y2 float64, stroke, more string) {
	fmt.Fprintf(&c.body, `<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s" %s/>`, num(x1), num(y1), num(x2), num(y2), stroke, more)
}

// legend writes what colours and signs mean, in as many rows as it takes.
func (c *canvas) legend(marks []report.Mark, signs bool) {
	x := float64(margin)
	for _, m := range marks {
		label := m.Meaning
		wide := 20 + textWidth(label) + 18
		if x > margin && x+wide > c.width-margin {
			x, c.height = margin, c.height+rowHeight
		}
		c.swatch(x, c.height+4, m, signs)
		c.words(x+20, c.height+letter+3, label, ink, "")
		x += wide
	}
	c.height += rowHeight + 6
}

// swatch is one mark: a square in its colour, with its sign.
func (c *canvas) swatch(x, y float64, m report.Mark, sign bool) {
	c.rect(x, y, 14, 14, tones[m.Tone], "")
	if sign && m.Sign != "" {
		c.words(x+7, y+11, m.Sign, "#ffffff", `font-size="11" font-weight="bold" text-anchor="middle"`)
	}
}

// fitted is a text that takes no more than so many pixels, cut where it must be.
func fitted(s string, room float64) string {
	s = Safe(s)
	if textWidth(s) <= room {
		return s
	}
	r := []rune(s)
	for len(r) > 1 && textWidth(string(r))+letter*0.9 > room {
		r = r[:len(r)-1]
	}
	return strings.TrimRight(string(r), " ") + "…"
}

// textWidth is how wide a text is at most, about: nobody knows what letters the
// reader's machine has.
func textWidth(s string) float64 { return float64(columns(s)) * letter * 0.62 }

func num(f float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", f), ".0") }

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(Safe(s)))
	return b.String()
}
