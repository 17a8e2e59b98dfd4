package synth

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// defect is one kind of mistake: the rule that finds it, the files that it can
// be made in without harm to any other record, and the mistake. A new rule gets
// its row here, and a test says which ones lack theirs.
type defect struct {
	rule  string
	suits func(*draft) bool
	make  func(*planting, *draft) []Expected
}

// planting is the planting of defects in one registry.
type planting struct {
	drafts                 []*draft
	manifest, acknowledged *draft
	serial                 int // of the defect being planted
}

// plant makes n defects, taking turns over the rules, each in a file of its
// own. It changes the drafts and gives what validation must find.
func plant(drafts []*draft, n int) ([]Expected, error) {
	p := &planting{drafts: drafts}
	for _, d := range drafts {
		switch d.path {
		case "vis.yaml":
			p.manifest = d
		case "acknowledged.yaml":
			p.acknowledged = d
		}
	}
	var out []Expected
	next := make([]int, len(defects)) // where each kind looks for its next file
	for planted, idle := 0, 0; planted < n; {
		i := p.serial % len(defects)
		p.serial++
		d := p.draft(&defects[i], &next[i])
		if d == nil {
			if idle++; idle == len(defects) {
				return nil, fmt.Errorf("%d defects do not fit in %d files; at most %d do", n, len(drafts), planted)
			}
			continue
		}
		idle = 0
		planted++
		out = append(out, defects[i].make(p, d)...)
	}
	slices.SortFunc(out, func(a, b Expected) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Rule, b.Rule))
	})
	return out, nil
}

// draft takes the next free file that suits a defect, or gives nil.
func (p *planting) draft(kind *defect, next *int) *draft {
	for ; *next < len(p.drafts); *next++ {
		if d := p.drafts[*next]; !d.taken && kind.suits(d) {
			d.taken = true
			return d
		}
	}
	return nil
}

// word is a word of the serial number, so that equal defects differ.
func (p *planting) word(prefix string) string { return fmt.Sprintf("%s-%d", prefix, p.serial) }

// The files that a defect may be made in.

func freeIssue(d *draft) bool { i, ok := d.of.(*issue); return ok && i.free }

func freeDecision(d *draft) bool {
	x, ok := d.of.(*decision)
	return ok && x.free && x.state == "decided"
}

func freeOrg(d *draft) bool { o, ok := d.of.(*org); return ok && o.free }

func freeUnit(d *draft) bool { return freeOrg(d) && d.has("part_of: ") }

func homeMunicipality(d *draft) bool { o, ok := d.of.(*org); return ok && o.subregion != "" }

func anyMunicipality(d *draft) bool { o, ok := d.of.(*org); return ok && o.typ == "municipality" }

func successor(d *draft) bool { o, ok := d.of.(*org); return ok && o.replaces != nil && o.free }

func formerTitle(d *draft) bool { p, ok := d.of.(*person); return ok && p.former != "" }

func pastPlan(d *draft) bool { pl, ok := d.of.(*plan); return ok && pl.free && d.has("    done: ") }

func namedParty(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && a.named != "" && a.parties == collectively
}

func renamedLocal(d *draft) bool {
	g, ok := d.of.(*group)
	return ok && g.typ == "local" && len(g.names) > 1
}

func noClaims(d *draft) bool { s, ok := d.of.(*source); return ok && len(s.claims) == 0 }

func theManifest(d *draft) bool { return d.path == "vis.yaml" }
