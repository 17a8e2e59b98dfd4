package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var reconcile = Kind{
	Name:  "reconcile",
	Title: text.Both{Sv: "Redovisade och räknade tal", En: "Reported and counted figures"},
	Answers: text.Both{
		Sv: "Om de tal som källorna redovisar stämmer med dem som räknas ur registret för samma dag, och hur ett tal har utvecklats.",
		En: "Whether the figures that the sources report agree with those counted from the registry for the same day, and how a figure has developed.",
	},
	Questions: []int{7, 38, 44, 51},
	make: func(d *Desk, r *Report) {
		r.Lead = append(r.Lead, d.in(
			"Redovisade och räknade tal är olika saker, och båda behålls. Det räknade gäller talets egen dag. Cirkatal får den tolerans som vis.yaml anger.",
			"Reported and counted figures are different things, and both are kept. The counted one is of the figure's own day. Approximate figures have the tolerance of vis.yaml."))
		all := d.View.Claims()
		d.verdicts(r, all)
		d.claims(r, all)
		d.claimSeries(r, all)
		d.claimsRestOn(r, all)
	},
}

// verdictWords are the verdicts in words, short enough for a column.
var verdictWords = map[registry.Verdict]text.Both{
	registry.Agrees:       {Sv: "stämmer", En: "agrees"},
	registry.Contradicts:  {Sv: "motsägs", En: "is contradicted"},
	registry.NotReached:   {Sv: "nås inte med det som är säkert registrerat", En: "not reached by what is recorded for certain"},
	registry.CannotDecide: {Sv: "går inte att avgöra", En: "cannot be told"},
	registry.NoFigure:     {Sv: "inget tal att jämföra", En: "no figure to compare"},
	registry.NoMetric:     {Sv: "räknas inte ur registret", En: "is not counted from the registry"},
	registry.NoDay:        {Sv: "går inte att jämföra", En: "cannot be compared"},
	registry.NoTolerance:  {Sv: "går inte att jämföra", En: "cannot be compared"},
	registry.AfterTheDay:  {Sv: "gäller en senare dag", En: "is of a later day"},
}

func (d *Desk) verdict(c registry.ClaimAt) Cell {
	return Cell{Text: verdictWords[c.Verdict].In(d.Lang), Value: c.Verdict.String()}
}

// verdicts counts the claims by what the comparison says.
func (d *Desk) verdicts(r *Report, all []registry.ClaimAt) {
	p := r.add("verdicts", d.in("Utfall", "Outcome"),
		d.col("verdict", Words, "Jämförelsen", "The comparison"),
		d.col("claims", Numbers, "Redovisade tal", "Reported figures"))
	if len(all) == 0 {
		p.Lead = append(p.Lead, d.noClaims())
		return
	}
	rests := d.restsOnClaims(all)
	for v := registry.Agrees; v <= registry.AfterTheDay; v++ {
		n := 0
		for _, c := range all {
			if c.Verdict == v {
				n++
			}
		}
		if n > 0 {
			word := d.verdict(registry.ClaimAt{Verdict: v})
			word.Text += verdictDetail[v].In(d.Lang)
			p.row(word, d.number(n))
		}
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), d.number(len(all))}
	p.Basis = rests
}

// verdictDetail tells apart those that have the same words.
var verdictDetail = map[registry.Verdict]text.Both{
	registry.NoDay:       {Sv: ": dagen är inte känd", En: ": the day is not known"},
	registry.NoTolerance: {Sv: ": toleransen är inte angiven", En: ": no tolerance is given"},
}

func (d *Desk) noClaims() string {
	return d.in("Inget redovisat tal finns i registret. Det betyder inte att källorna saknar tal.",
		"No reported figure is in the registry. This does not mean that the sources have none.")
}

// restsOnClaims counts the comparisons that have an answer.
func (d *Desk) restsOnClaims(all []registry.ClaimAt) *Basis {
	rests := restsOn("redovisade tal som går att avgöra", "reported figures that can be decided", truth.CannotTell)
	for _, c := range all {
		holds, _ := c.Verdict.Holds()
		rests.decide(holds, registry.Cited{})
		rests.sources[c.Source.Ref] = true
	}
	return rests.done()
}

// claims sets each reported figure beside the computed one.
func (d *Desk) claims(r *Report, all []registry.ClaimAt) {
	p := r.add("claims", d.in("Tal för tal", "Figure by figure"),
		d.col("metric", Words, "Vad som räknas", "What is counted"),
		d.col("within", Words, "Avgränsning", "Within"),
		d.col("as_of", Days, "Gäller", "As of"),
		d.col("reported", Numbers, "Redovisat", "Reported"),
		d.col("computed", Numbers, "Räknat", "Counted"),
		d.col("undecided", Numbers, "Osäkra poster", "Uncertain records"),
		d.col("verdict", Words, "Utfall", "Outcome"),
		d.col("why", Words, "Förklaring", "Explanation"),
		d.col("says", Words, "Källans ord", "Wording of the source"),
		d.col("source", Words, "Källa", "Source"))
	if len(all) == 0 {
		p.Lead = append(p.Lead, d.noClaims())
		return
	}
	for _, c := range all {
		p.row(d.metricOf(c), d.within(c), d.date(c.AsOf), d.reported(c), d.computed(c), d.undecided(c), d.verdict(c), words(d.whyVerdict(c)),
			words(c.Claim.Says.V.In(string(d.Lang))), words(d.citeClaim(c)))
	}
	p.Basis = d.restsOnClaims(all)
	p.Chart = d.claimBars(d.in("Redovisat och räknat", "Reported and counted"), all, func(c registry.ClaimAt) string {
		return phrase.Metric(c.Metric).In(d.Lang) + " " + text.Date(c.AsOf, d.Lang)
	})
}

// metricOf is what a claim counts.
func (d *Desk) metricOf(c registry.ClaimAt) Cell {
	if c.Metric == "" {
		return Cell{}
	}
	return Cell{Text: phrase.Metric(c.Metric).In(d.Lang), Value: c.Metric}
}

// within is what narrows a claim: the scope, and how supplements are counted.
func (d *Desk) within(c registry.ClaimAt) Cell {
	var parts []string
	if scope := c.Claim.Scope.V; scope != "" {
		parts = append(parts, phrase.Terms(d.View, "scopes", []model.Term{scope}).In(d.Lang))
	}
	if c.Claim.Counting.Given() {
		parts = append(parts, phrase.Word("counting", c.Claim.Counting.V).In(d.Lang))
	}
	return words(strings.Join(parts, "; "))
}

func (d *Desk) reported(c registry.ClaimAt) Cell {
	n := c.Reported
	switch {
	case c.Verdict == registry.NoFigure:
		return Cell{}
	case c.Share:
		cell := d.measure("balance", registry.Measure{Min: n.Min, Max: n.Max})
		if n.Approx {
			cell.Text = d.in("ca ", "about ") + cell.Text
		}
		return cell
	}
	cell := d.between(n.Min, n.Max)
	cell.Text = n.Localized(d.Lang)
	return cell
}

// compared reports whether the records gave a figure.
func compared(c registry.ClaimAt) bool {
	switch c.Verdict {
	case registry.NoFigure, registry.NoMetric, registry.NoDay, registry.AfterTheDay:
		return false
	}
	return true
}

func (d *Desk) computed(c registry.ClaimAt) Cell {
	if !compared(c) {
		return Cell{}
	}
	return d.measure(c.Metric, c.Computed)
}

func (d *Desk) undecided(c registry.ClaimAt) Cell {
	if !compared(c) {
		return Cell{}
	}
	return d.number(len(c.Computed.Undecided))
}

// whyVerdict explains a verdict where the figures do not.
func (d *Desk) whyVerdict(c registry.ClaimAt) string {
	m, say := c.Computed, text.Both{}
	switch c.Verdict {
	case registry.Agrees:
		return ""
	case registry.Contradicts:
		say = text.Both{Sv: "posterna ger fler", En: "the records give more"}
		if m.Max < c.Low {
			say = text.Both{Sv: "posterna ger färre, och alla som finns är med", En: "the records give fewer, and these are all there are"}
		}
	case registry.NotReached:
		switch {
		case math.IsInf(m.Max, 1):
			say = text.Both{Sv: "talet kan vara högre, för något antal är inte känt", En: "it may be higher, since some number is not known"}
		case m.Max < c.Low && len(m.Undecided) == 0:
			say = text.Both{Sv: "för få är registrerade; fler kan finnas", En: "too few are recorded; there may be more"}
		case m.Max < c.Low:
			say = text.Both{Sv: "även med de osäkra posterna blir det för få; fler kan finnas", En: "too few even with the uncertain records; there may be more"}
		default:
			say = text.Both{Sv: "de osäkra posterna kan ge upp till {max}", En: "the uncertain records may give up to {max}"}
		}
	case registry.CannotDecide:
		switch {
		case c.Share:
			say = text.Both{Sv: "för många platser är osäkra", En: "too many seats are uncertain"}
		case m.Max > c.High:
			say = text.Both{Sv: "de osäkra posterna kan ge upp till {max}", En: "the uncertain records may give up to {max}"}
		default:
			say = text.Both{Sv: "så långt stämmer det, men fler kan finnas", En: "it agrees so far, but there may be more"}
		}
	case registry.NoDay:
		say = text.Both{Sv: "vilken dag talet gäller är inte känt", En: "which day the figure is of is not known"}
	case registry.NoTolerance:
		say = text.Both{Sv: "vis.yaml säger inte hur mycket ett cirkatal får avvika", En: "vis.yaml does not say how much an approximate figure may differ"}
	case registry.NoMetric:
		say = text.Both{Sv: "måttet finns inte", En: "there is no such metric"}
	}
	return d.say(say, text.Args{"max": text.Decimal(m.Max, d.Lang)})
}

// citeClaim is where a claim stands.
func (d *Desk) citeClaim(c registry.ClaimAt) string {
	return d.Citation(&model.Citation{Source: model.Some(c.Source.Ref), Section: c.Claim.Section, Line: c.Claim.Line})
}

// claimBars draws two bars for each claim: what was reported, and what is
// counted. What only may be so is drawn as doubt.
func (d *Desk) claimBars(title string, all []registry.ClaimAt, label func(registry.ClaimAt) string) *Chart {
	bars := &Bars{Unit: d.in("antal", "number"), Series: []Mark{
		{Sign: "r", Meaning: d.in("redovisat", "reported"), Tone: Neutral2}, {Sign: "n", Meaning: d.in("räknat ur registret", "counted from the registry"), Tone: Neutral},
	}}
	n := 0
	for _, c := range all {
		if !compared(c) || c.Share {
			continue
		}
		n++
		bars.Bars = append(bars.Bars,
			Bar{Label: label(c), Lengths: []float64{c.Reported.Min, 0}, Doubt: c.Reported.Max - c.Reported.Min},
			Bar{Lengths: []float64{0, c.Computed.Min}, Doubt: c.Computed.Max - c.Computed.Min})
	}
	if n == 0 {
		return nil
	}
	return &Chart{Title: title, Picture: bars, Text: d.say(text.Both{
		Sv: "Två staplar för {n|ett redovisat tal|vart och ett av # redovisade tal}: först det redovisade, sedan det räknade. Streckat är vad det också kan vara. Talen står i tabellen.",
		En: "Two bars for {n|one reported figure|each of # reported figures}: first the reported one, then the counted one. Dashed is what it may also be. The figures stand in the table.",
	}, text.Args{"n": n})}
}

// claimSeries follows a figure that is reported of several days.
func (d *Desk) claimSeries(r *Report, all []registry.ClaimAt) {
	p := r.add("series", d.in("Samma tal olika dagar", "The same figure on several days"),
		d.col("metric", Words, "Vad som räknas", "What is counted"),
		d.col("within", Words, "Avgränsning", "Within"),
		d.col("as_of", Days, "Gäller", "As of"),
		d.col("reported", Numbers, "Redovisat", "Reported"),
		d.col("computed", Numbers, "Räknat", "Counted"),
		d.col("verdict", Words, "Utfall", "Outcome"),
		d.col("says", Words, "Källans ord", "Wording of the source"),
		d.col("source", Words, "Källa", "Source"))
	var longest, shown []registry.ClaimAt
	for _, series := range seriesOf(all) {
		for _, c := range series {
			p.row(d.metricOf(c), d.within(c), d.date(c.AsOf), d.reported(c), d.computed(c), d.verdict(c), words(c.Claim.Says.V.In(string(d.Lang))), words(d.citeClaim(c)))
		}
		shown = append(shown, series...)
		if len(series) > len(longest) {
			longest = series
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget tal är redovisat för mer än en dag.", "No figure is reported of more than one day."))
		return
	}
	p.Basis = d.restsOnClaims(shown)
	p.Chart = d.claimBars(d.say(text.Both{Sv: "Utvecklingen: {what}", En: "Development: {what}"}, text.Args{"what": phrase.Metric(longest[0].Metric)}),
		longest, func(c registry.ClaimAt) string { return text.Date(c.AsOf, d.Lang) })
}

// seriesOf groups the claims of one metric within one scope that are of more
// than one day, oldest first. Whether supplements were counted is often not
// told, and does not divide them.
func seriesOf(all []registry.ClaimAt) [][]registry.ClaimAt {
	type what struct {
		metric string
		scope  model.Term
	}
	var order []what
	of := map[what][]registry.ClaimAt{}
	for _, c := range all {
		if c.Metric == "" || c.AsOf.IsZero() {
			continue
		}
		w := what{c.Metric, c.Claim.Scope.V}
		if of[w] == nil {
			order = append(order, w)
		}
		of[w] = append(of[w], c)
	}
	var out [][]registry.ClaimAt
	for _, w := range order {
		series := of[w]
		slices.SortStableFunc(series, func(a, b registry.ClaimAt) int { return cmp.Compare(a.AsOf.Earliest(), b.AsOf.Earliest()) })
		if series[0].AsOf != series[len(series)-1].AsOf {
			out = append(out, series)
		}
	}
	return out
}

// claimsRestOn lists the records behind each computed figure.
func (d *Desk) claimsRestOn(r *Report, all []registry.ClaimAt) {
	p := r.add("records", d.in("Posterna bakom de räknade talen", "The records behind the counted figures"),
		d.col("metric", Words, "Vad som räknas", "What is counted"),
		d.col("within", Words, "Avgränsning", "Within"),
		d.col("as_of", Days, "Gäller", "As of"),
		d.col("record", Records, "Post", "Record"),
		d.col("counted", Truths, "Räknas", "Is counted"))
	rests := restsOn("poster som räknas", "records that are counted", truth.CannotTell)
	seen := map[string]bool{}
	for _, c := range all {
		what, within := d.metricOf(c), d.within(c)
		key := c.Metric + "|" + string(c.Claim.Scope.V) + "|" + string(c.Claim.Counting.V) + "|" + c.AsOf.Canonical()
		if !compared(c) || seen[key] {
			continue
		}
		seen[key] = true
		open := map[model.Ref]bool{}
		for _, ref := range c.Computed.Undecided {
			open[ref] = true
		}
		for _, ref := range c.Computed.Counted {
			if !open[ref] {
				p.row(what, within, d.date(c.AsOf), d.counted(ref), d.truth(truth.Yes))
				rests.count(truth.Yes, registry.Cited{})
			}
		}
		for _, ref := range c.Computed.Undecided {
			p.row(what, within, d.date(c.AsOf), d.counted(ref), d.truth(truth.CannotTell))
			rests.count(truth.CannotTell, registry.Cited{})
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inga poster räknas.", "No records are counted."))
		return
	}
	p.Basis = rests.done()
}

// counted is a record that a metric counts: a seat with the group it is in.
func (d *Desk) counted(ref model.Ref) Cell {
	if ref.Fragment == "" {
		return d.record(ref)
	}
	cell := d.record(ref.Record())
	cell.Text, cell.Value = phrase.Counted(d.View, []model.Ref{ref}).In(d.Lang), ref.String()
	return cell
}
