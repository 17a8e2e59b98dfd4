package report

import (
	"cmp"
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// answers counts the answers that records give to one question.
type answers struct {
	field *model.Field
	by    map[model.Answer]int
}

// known tells what is not known: how the questions of each kind are answered,
// attribute by attribute, and how much each source carries.
func (c *covering) known(r *Report) {
	sum := r.add("kinds", c.in("Vad registret vet", "What the registry knows"), c.answerColumns(
		c.col("kind", Words, "Slag", "Kind"), c.col("records", Numbers, "Poster", "Records"))...)
	bars := &Bars{Unit: c.in("svar", "answers"), Series: []Mark{
		{"✓", c.in("angivet", "given"), Good}, {"–", c.in("finns inte eller gäller inte", "none or not applicable"), Neutral}, {"?", c.in("okänt", "unknown"), Open}}}
	var lines [][]Cell
	var total [4]int
	all := 0
	for _, kind := range model.RecordKinds() {
		records := c.View.OfKind(kind)
		if len(records) == 0 {
			continue
		}
		all += len(records)
		var of [4]int
		asked := asked(kind, records)
		for _, a := range asked {
			n := [4]int{a.by[model.Given], a.by[model.None] + a.by[model.NotApplicable], a.by[model.Unknown], a.by[model.Absent]}
			line := []Cell{words(text.Capital(phrase.Kind(kind).In(c.Lang))), {Text: c.Label(a.field), Value: a.field.Key}}
			lines = append(lines, append(line, c.answerCells(n)...))
			for i := range of {
				of[i] += n[i]
				total[i] += n[i]
			}
		}
		sum.row(append([]Cell{words(text.Capital(phrase.Kind(kind).In(c.Lang))), c.number(len(records))}, c.answerCells(of)...)...)
		bars.Bars = append(bars.Bars, Bar{Label: text.Capital(phrase.Kind(kind).In(c.Lang)), Lengths: []float64{float64(of[0]), float64(of[1]), float64(of[2])}})
	}
	if len(sum.Table.Rows) == 0 {
		sum.Lead = append(sum.Lead, c.in("Registret har inga poster.", "The registry has no records."))
		return
	}
	sum.Lead = append(sum.Lead, c.in(
		"Räknas gör posternas egna uppgifter, inte vad som står inuti dem. Ej ställd: posten säger ingenting, inte ens att svaret är okänt. Många uppgifter behöver inte ställas för varje post.",
		"Counted are the attributes of the records themselves, not what stands inside them. Not asked: the record says nothing, not even that the answer is unknown. Many attributes need not be asked of every record."))
	sum.Table.Total = append([]Cell{words(c.in("Summa", "Total")), c.number(all)}, c.answerCells(total)...)
	sum.Basis = &Basis{Of: text.Both{Sv: "svar i registret", En: "answers in the registry"}, Counted: total[0] + total[1], Unknown: total[2], Complete: truth.Yes}
	sum.Chart = &Chart{Title: c.in("Svaren efter slag av post", "The answers by kind of record"), Picture: bars, Text: c.say(text.Both{
		Sv: "En stapel för varje slag av post. {given} uppgifter är angivna, {none} finns inte eller gäller inte, och {unknown} är okända.",
		En: "A bar for each kind of record. {given} attributes are given, {none} are none or not applicable, and {unknown} are unknown.",
	}, text.Args{"given": total[0], "none": total[1], "unknown": total[2]})}
	p := r.add("attributes", c.in("Uppgift för uppgift", "Attribute by attribute"), c.answerColumns(
		c.col("kind", Words, "Slag", "Kind"), c.col("attribute", Words, "Uppgift", "Attribute"))...)
	p.Table.Rows = lines
	c.sources(r)
}

func (d *Desk) answerColumns(first ...Column) []Column {
	return append(first,
		d.col("given", Numbers, "Angivet", "Given"),
		d.col("none", Numbers, "Finns inte eller gäller inte", "None or not applicable"),
		d.col("unknown", Numbers, "Okänt", "Unknown"),
		d.col("absent", Numbers, "Ej ställd", "Not asked"),
		d.col("share", Shares, "Andel besvarat", "Share answered"))
}

func (d *Desk) answerCells(n [4]int) []Cell {
	return []Cell{d.number(n[0]), d.number(n[1]), d.number(n[2]), d.number(n[3]),
		d.share(float64(n[0]+n[1]), float64(n[0]+n[1]+n[2]+n[3]))}
}

// asked counts the answers to each attribute of a kind, in the order of the
// field table.
func asked(kind model.Kind, records []model.Record) []answers {
	m := model.Fields(kind)
	out := make([]answers, len(m.Fields))
	place := make(map[*model.Field]int, len(m.Fields))
	for i := range m.Fields {
		out[i] = answers{&m.Fields[i], map[model.Answer]int{model.Absent: len(records)}}
		place[&m.Fields[i]] = i
	}
	for _, rec := range records {
		for i := range m.Fields {
			if is, ok := model.Lookup(m, rec, m.Fields[i].Key); ok && is != model.Absent {
				out[i].by[is]++
				out[i].by[model.Absent]--
			}
		}
	}
	return out
}

// sources counts what cites each source, and how much of that is inferred.
func (c *covering) sources(r *Report) {
	p := r.add("sources", c.in("Källorna", "The sources"),
		c.col("id", Words, "Id", "Id"),
		c.col("source", Records, "Källa", "Source"),
		c.col("date", Days, "Datum", "Date"),
		c.col("citations", Numbers, "Hänvisningar", "Citations"),
		c.col("inferred", Numbers, "Varav tolkningar", "Of which inferred"),
		c.col("records", Numbers, "Poster", "Records"))
	type use struct{ citations, inferred, records int }
	uses := map[model.Ref]*use{}
	for _, rec := range c.View.Records() {
		here := map[model.Ref]bool{}
		model.Walk(model.Fields(rec.Base().Ref.Kind), rec, model.ClassMap, func(v model.Visit) bool {
			cite, ok := v.Value.(*model.Citation)
			if !ok || !cite.Source.Given() {
				return true
			}
			ref := cite.Source.V.Record()
			if uses[ref] == nil {
				uses[ref] = &use{}
			}
			uses[ref].citations++
			if cite.Basis.V == model.Inferred {
				uses[ref].inferred++
			}
			if !here[ref] {
				here[ref] = true
				uses[ref].records++
			}
			return false
		})
	}
	refs := make([]model.Ref, 0, len(c.View.Sources))
	for _, s := range c.View.Sources {
		refs = append(refs, s.Ref)
		if uses[s.Ref] == nil {
			uses[s.Ref] = &use{}
		}
	}
	slices.SortStableFunc(refs, func(a, b model.Ref) int { return cmp.Compare(uses[b].citations, uses[a].citations) })
	var citations, inferred int
	for _, ref := range refs {
		s, _ := c.View.Record(ref)
		u := uses[ref]
		p.row(words(ref.ID), c.record(ref), c.given(s.(*model.Source).Date), c.number(u.citations), c.number(u.inferred), c.number(u.records))
		citations, inferred = citations+u.citations, inferred+u.inferred
	}
	if len(refs) == 0 {
		p.Lead = append(p.Lead, c.in("Registret har inga källor.", "The registry has no sources."))
		return
	}
	p.Table.Total = []Cell{words(c.in("Summa", "Total")), {}, {}, c.number(citations), c.number(inferred), {}}
	p.Basis = &Basis{Of: text.Both{Sv: "hänvisningar i registret", En: "citations in the registry"}, Counted: citations, Complete: truth.Yes}
}
