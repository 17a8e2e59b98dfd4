package synth

import (
	"cmp"
	"fmt"
	"math/rand/v2"
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
	byRef                  map[string]*draft
	joined                 int // memberships that were added
}

// plant makes n defects, taking turns over the rules, each in a file of its
// own. It changes the drafts and gives what validation must find.
func plant(drafts []*draft, n int, seed uint64) ([]Expected, error) {
	p := &planting{drafts: drafts, byRef: map[string]*draft{}}
	for _, d := range drafts {
		p.byRef[d.ref] = d
		switch d.path {
		case "vis.yaml":
			p.manifest = d
		case "acknowledged.yaml":
			p.acknowledged = d
		}
	}
	for _, d := range drafts {
		d.other = p.byRef[another(d.of)]
	}
	kinds := scarceFirst(drafts, seed)
	var out []Expected
	next := make([]int, len(kinds)) // where each kind looks for its next file
	for planted, idle := 0, 0; planted < n; {
		i := p.serial % len(kinds)
		p.serial++
		d := p.draft(&kinds[i], &next[i])
		if d == nil {
			if idle++; idle == len(kinds) {
				return nil, fmt.Errorf("%d defects do not fit in %d files; at most %d do", n, len(drafts), planted)
			}
			continue
		}
		idle = 0
		planted++
		out = append(out, kinds[i].make(p, d)...)
	}
	slices.SortFunc(out, func(a, b Expected) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Rule, b.Rule))
	})
	return out, nil
}

// another refers to the record that a mistake in one may concern too: the owner
// of a plan, whoever made a proposal, the guideline or the action plan that a group stands in, the meeting
// before, whoever had the seat before.
func another(of any) string {
	switch r := of.(type) {
	case *plan:
		return r.owner
	case *group:
		switch {
		case r.consultation == nil:
		case len(r.boundaries) > 0:
			return "guideline/riktlinje"
		default:
			return "plan/handlingsplan"
		}
	case *decision:
		if r.unknownOutcome {
			return r.proposedBy
		}
	case *meeting:
		if before := r.group.lastMeeting(r.on - 1); before != nil {
			return "meeting/" + before.id()
		}
	case *person:
		if len(r.memberships) == 1 {
			m := r.memberships[0]
			for i, h := range m.seat.holders[1:] {
				if h == m {
					return "representative/" + m.seat.holders[i].person.id
				}
			}
		}
	}
	return ""
}

// pair is a defect that concerns another record too, which gets no other.
func pair(kind defect) defect {
	suits, mistake := kind.suits, kind.make
	kind.suits = func(d *draft) bool { return d.other != nil && !d.other.taken && suits(d) }
	kind.make = func(p *planting, d *draft) []Expected {
		d.other.taken = true
		return mistake(p, d)
	}
	return kind
}

// scarceFirst is the kinds of defects, those that suit the fewest files first,
// so that the others do not take them. Several kinds may suit the same one file,
// such as that of the process office: the seed chooses which of them comes first.
func scarceFirst(drafts []*draft, seed uint64) []defect {
	kinds := slices.Clone(defects)
	rand.New(rand.NewPCG(seed, 0x64656665637473)).Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	fits := map[string]int{}
	for _, kind := range kinds {
		for _, d := range drafts {
			if kind.suits(d) {
				fits[kind.rule]++
			}
		}
	}
	slices.SortStableFunc(kinds, func(a, b defect) int { return cmp.Compare(fits[a.rule], fits[b.rule]) })
	return kinds
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

func unseated(d *draft) bool { o, ok := d.of.(*org); return ok && o.unseated }

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
