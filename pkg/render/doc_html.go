package render

import (
	"html/template"
	"io"
	"regexp"

	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// DocHTML writes a text as one self-contained page: no script, and nothing
// from elsewhere. What was taken out and put in are del and ins, so that they
// do not rest on colour alone.
type DocHTML struct{ Lang text.Lang }

// Write writes the page.
func (h DocHTML) Write(w io.Writer, d Doc) error {
	return docPage.Execute(w, struct {
		Lang string
		Doc
	}{string(h.Lang), d})
}

var docPage = template.Must(template.New("doc").Funcs(template.FuncMap{
	"safe":  Safe,
	"whole": wholeDates,
	"svg":   func(c *report.Chart) (template.HTML, error) { return drawing(c) },
	"sign":  func(s Sign) string { return htmlSigns[s] },
	"cell": func(t *Table, i int) string {
		if i < len(t.Right) && t.Right[i] {
			return "right"
		}
		return ""
	},
	"is": func(a As, name string) bool { return asNames[a] == name },
}).Parse(docTemplate))

// aDate is a date within a text.
var aDate = regexp.MustCompile(`[0-9]{4}-[0-9]{2}(-[0-9]{2})?`)

// wholeDates is a text whose dates are not broken at the end of a line.
func wholeDates(s string) template.HTML {
	return template.HTML(aDate.ReplaceAllString(template.HTMLEscapeString(Safe(s)), "<span>$0</span>"))
}

var (
	asNames   = [...]string{Plain: "plain", Strong: "strong", Faint: "faint", Old: "old", New: "new"}
	htmlSigns = [...]string{Bullet: "bullet", Plus: "plus", Minus: "minus", Tilde: "tilde", Fault: "fault", Alert: "alert", Remark: "remark", Heading: "heading"}
)

const docTemplate = `{{define "spans"}}{{range .}}` +
	`{{if is .As "old"}}<del>{{safe .Text}}</del>{{else if is .As "new"}}<ins>{{safe .Text}}</ins>` +
	`{{else if is .As "strong"}}<strong>{{safe .Text}}</strong>{{else if is .As "faint"}}<small>{{safe .Text}}</small>` +
	`{{else}}{{safe .Text}}{{end}}{{end}}{{end}}` +
	`{{define "items"}}<ul>{{range .}}
<li class="{{sign .Sign}}">{{template "spans" .Spans}}{{if .Items}}{{template "items" .Items}}{{end}}</li>{{end}}
</ul>{{end}}` + `<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{safe .Title}}</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 90rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
ul { padding-left: 1.25rem }
li { list-style: none }
li::before { display: inline-block; width: 1.25rem; margin-left: -1.25rem; font-weight: bold }
li.bullet::before { content: "–" } li.plus::before { content: "+"; color: #0a7d33 } li.minus::before { content: "−"; color: #c01c28 }
li.tilde::before { content: "~"; color: #9a6700 } li.fault::before { content: "✗"; color: #c01c28 }
li.alert::before { content: "!"; color: #9a6700 } li.remark::before { content: "i"; color: #1f6feb }
ins { text-decoration: underline; background: #d7f5dd; color: #0b3d17 } del { background: #fbdfdf; color: #6b0f16 }
figure { margin: 1rem 0; background: #fff; color: #1a1a1a; border: 1px solid #8888; overflow-x: auto } figure svg { display: block; max-width: 100%; height: auto; margin: auto }
.wide { overflow-x: auto; overflow-wrap: normal } td, th { vertical-align: top } tfoot td { font-weight: bold } td span { white-space: nowrap } .foot { margin-top: .25rem }
table { border-collapse: collapse } th, td { border: 1px solid #8888; padding: .25rem .5rem; text-align: left } .right { text-align: right }
@media print { @page { size: A4 landscape; margin: 12mm } body { max-width: none; margin: 0; font-size: .7rem } .wide, figure { overflow: visible; break-inside: avoid-page } tr { break-inside: avoid } th, td { padding: .1rem .25rem } }
</style>
</head>
<body>
{{if .Title}}<h1>{{safe .Title}}</h1>
{{end}}{{range .Lead}}<p>{{template "spans" .Spans}}</p>
{{end}}{{range .Sections}}<section>
{{if .Heading}}<h2>{{safe .Heading}}</h2>
{{end}}{{if .Items}}{{template "items" .Items}}
{{end}}{{with .Chart}}<figure>{{svg .}}</figure>
{{end}}{{with .Table}}{{$t := .}}<div class="wide"><table><thead><tr>{{range $i, $h := .Header}}<th scope="col" class="{{cell $t $i}}">{{safe $h}}</th>{{end}}</tr></thead>
<tbody>{{range .Rows}}<tr>{{range $i, $c := .}}<td class="{{cell $t $i}}">{{whole $c}}</td>{{end}}</tr>
{{end}}</tbody>{{with .Total}}
<tfoot><tr>{{range $i, $c := .}}<td class="{{cell $t $i}}">{{safe $c}}</td>{{end}}</tr></tfoot>{{end}}</table></div>
{{end}}{{if .Foot}}<p class="foot">{{template "spans" .Foot}}</p>
{{end}}</section>
{{end}}</body>
</html>
`
