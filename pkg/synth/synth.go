// Package synth writes synthetic registries: made-up, of any size, valid, and
// in the proportions of a real one, for benchmarks and for trying the rules at
// scale. The same options give the same bytes.
//
// A registry full of unknowns would be valid and prove nothing. Here every
// date is exact and every list is said to be complete, so that the rules have
// an answer for nearly all of their subjects on the day AsOf.
//
// On request a registry has defects: known mistakes, each in a record of its
// own, over every rule, with the list of what validation must find.
package synth

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// MinRecords is the size of the smallest registry: the structure of
// one county with a year and a half of its work.
const MinRecords = 700

// recordsPerDefect is how many records there must be for each planted defect.
const recordsPerDefect = 7

// Options choose the registry.
type Options struct {
	Records int    // how many records, in folders; the files at the top are not counted
	Seed    uint64 // chooses among the registries of that size
	Defects int    // how many defects to plant
}

// File is one file of a registry. Path is relative to the registry, with slashes.
type File struct {
	Path string
	Data []byte
}

// Expected is a finding that validation must give. Record is "" for the files
// at the top of a registry.
type Expected struct {
	Rule   string `json:"rule"`
	File   string `json:"file"`
	Line   int    `json:"line"`
	Record string `json:"record"`
}

// Registry is a generated registry.
type Registry struct {
	// Files are sorted by path.
	Files []File
	// Expected are the findings of the planted defects, sorted by file, line and
	// rule, and there are no others on the day AsOf.
	Expected []Expected
}

// Generate makes a registry in memory.
func Generate(o Options) (*Registry, error) {
	if o.Records < MinRecords {
		return nil, fmt.Errorf("a synthetic registry has at least %d records, not %d", MinRecords, o.Records)
	}
	if o.Defects < 0 {
		return nil, fmt.Errorf("the number of defects cannot be negative (%d)", o.Defects)
	}
	if o.Defects*recordsPerDefect > o.Records {
		return nil, fmt.Errorf("%d defects are too many for %d records: denser than one in %d they meet in one group or series of meetings, and what must be found is no longer certain; choose at most %d",
			o.Defects, o.Records, recordsPerDefect, o.Records/recordsPerDefect)
	}
	w := build(o)
	drafts := w.render()
	r := &Registry{}
	if o.Defects > 0 {
		var err error
		if r.Expected, err = plant(drafts, o.Defects, o.Seed); err != nil {
			return nil, err
		}
	}
	for _, d := range drafts {
		r.Files = append(r.Files, File{d.path, d.data})
	}
	slices.SortFunc(r.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return r, nil
}

// forumCost is more than any forum with all that belongs to it takes.
const forumCost = 150

// build makes the world of a registry with exactly o.Records records.
func build(o Options) *world {
	w := &world{
		rng: rand.New(rand.NewPCG(o.Seed, 0x7669732d73796e74)), limit: o.Records, personIDs: map[string]bool{},
		firstYear: 2021,
	}
	switch {
	case o.Records < 2000:
		w.firstYear = 2025
	case o.Records < 5000:
		w.firstYear = 2023
	}
	w.namesFrom, w.placeFrom = w.rng.IntN(1_000_000), w.rng.IntN(200)
	w.code = w.source(&source{id: "kommunkoder", title: "Förteckning över kommuner och koder", typ: "web-page", publisher: "Statistikmyndigheten", retrieved: retrieved, url: "https://example.org/kommuner"})
	w.laws = w.source(&source{id: "lagar", title: "Samlade författningar (påhittade)", typ: "law", publisher: "Riksdagen", dated: date(2026, 1, 7)})
	w.newCounty()
	w.cost() // the guideline
	w.structure()
	w.jointForum(w.home)
	for w.room() > 2*forumCost && len(w.counties) < min(len(counties), o.Records/500) {
		c := w.newCounty()
		w.annualPlans(w.municipalForum(c))
		w.dormantForum(c)
		w.jointForum(c)
	}
	w.cooperation()
	for i := 0; w.room() > forumCost; i++ {
		w.jointForum(w.counties[i%len(w.counties)])
	}
	w.claims()
	w.report(w.home, 2025)
	w.fillUp()
	return w
}

// fillUp brings the registry to its size with records that stand alone.
func (w *world) fillUp() {
	for i := 0; w.room() > 0; i++ {
		c := w.counties[i/4%len(w.counties)]
		switch g := c.locals[i/8%len(c.locals)]; i % 4 {
		case 0, 2:
			w.issue(c.rss, "captured")
		case 1:
			w.moreOrganizations(c)
		default:
			on := weekday(date(lastYear, 1, 7) + day(i/4))
			if len(g.meetings) > 0 {
				on = max(on, g.meetings[len(g.meetings)-1].on+7)
			}
			if on = weekday(on); on < retrieved {
				w.meeting(g, on)
				continue
			}
			w.issue(c.rss, "captured")
		}
	}
}

// render writes every record.
func (w *world) render() []*draft {
	out := make([]*draft, 0, w.count+3)
	var p page
	add := func(folder, kind, id string, of any, write func(*page)) {
		p.buf = p.buf[:0]
		write(&p)
		d := &draft{path: folder + "/" + id + ".yaml", ref: kind + "/" + id, of: of, data: slices.Clone(p.buf)}
		if kind == "" {
			d.path, d.ref = id+".yaml", ""
		}
		out = append(out, d)
	}
	add("", "", "vis", w, w.writeManifest)
	add("", "", "vocabulary", nil, w.writeVocabulary)
	add("", "", "acknowledged", nil, func(p *page) {
		p.comment("Inga fynd är godtagna.")
		p.line("[]")
	})
	add("guidelines", "guideline", "riktlinje", nil, w.writeGuideline)
	for _, o := range w.organizations {
		add("organizations", "organization", o.id, o, o.write)
	}
	for _, a := range w.agreements {
		add("agreements", "agreement", a.id, a, a.write)
	}
	for _, g := range w.groups {
		add("groups", "group", g.id, g, func(p *page) { g.write(w, p) })
	}
	for _, r := range w.representatives {
		add("representatives", "representative", r.id, r, func(p *page) { r.write(w, p) })
	}
	for _, m := range w.meetings {
		add("meetings", "meeting", m.id(), m, func(p *page) { m.write(w, p) })
	}
	for _, d := range w.decisions {
		add("decisions", "decision", d.id, d, d.write)
	}
	for _, i := range w.issues {
		add("issues", "issue", i.id, i, func(p *page) { i.write(w, p) })
	}
	for _, pl := range w.plans {
		add("plans", "plan", pl.id, pl, pl.write)
	}
	for _, f := range w.followups {
		add("followups", "followup", f.id(), f, f.write)
	}
	for _, s := range w.sources {
		add("sources", "source", s.id, s, s.write)
	}
	return out
}
