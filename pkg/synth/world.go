package synth

import (
	"hash/fnv"
	"math/rand/v2"
	"strconv"
	"strings"
)

// world is the registry while it is built: records refer to one another by
// pointer, and are written only when all of them are known. Everything is kept
// in slices, never ranged over in the order of a map, and every choice is made
// by the one generator, so that the same seed gives the same bytes.
type world struct {
	rng       *rand.Rand
	limit     int // how many records there shall be
	count     int // how many there are
	firstYear int // the first year whose meetings, plans and follow-ups are recorded

	counties []*county
	home     *county

	apex, steering, office *group
	consultation           []*group
	knowledge              []*group
	former                 *group // a forum that has ended
	rss                    *group // approves representatives in knowledge governance
	actionPlan             *plan
	guidelineDecision      *decision

	sources         []*source
	organizations   []*org
	agreements      []*agreement
	groups          []*group
	representatives []*person
	meetings        []*meeting
	decisions       []*decision
	issues          []*issue
	plans           []*plan
	followups       []*followup

	laws, code *source // what legal requirements and municipality codes are cited to

	expired   *agreement // a national agreement that no forum may rest on alone
	nationals int        // how many national agreements there are
	personIDs map[string]bool
	names     int // how many names of persons have been given out
	namesFrom int // where in the list of names this seed begins
	placeFrom int
}

// cost counts a new record.
func (w *world) cost() { w.count++ }

// room is how many more records there shall be.
func (w *world) room() int { return w.limit - w.count }

// chance is true in the given share of cases.
func (w *world) chance(share float64) bool { return w.rng.Float64() < share }

// between is a number from lo to hi, both included.
func (w *world) between(lo, hi int) int { return lo + w.rng.IntN(hi-lo+1) }

// pick is one of a list.
func pick[T any](w *world, list []T) T { return list[w.rng.IntN(len(list))] }

// slug writes a name as an id.
func slug(name string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range strings.ToLower(name) {
		switch r {
		case 'å', 'ä':
			r = 'a'
		case 'ö':
			r = 'o'
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(r)
			continue
		}
		hyphen = true
	}
	return b.String()
}

// remark is n lines of text for a record, chosen by its id.
func remark(id string, n int) []string {
	h := fnv.New32a()
	h.Write([]byte(id))
	at := int(h.Sum32() % uint32(len(remarks)))
	lines := make([]string, n)
	for i := range lines {
		lines[i] = remarks[(at+5*i)%len(remarks)]
	}
	return lines
}

// cite is a citation: a source, and where in it.
type cite struct {
	source    *source
	section   string
	inference bool
	says      string
	of        []string // the attributes it is for
}

// sources writes a list of citations.
func (p *page) sources(cites ...cite) {
	entries(p, "sources", cites, func(_ int, c cite) {
		p.raw("source", c.source.id)
		p.quoted("section", c.section)
		if c.inference {
			p.raw("basis", "inference")
		}
		if c.says != "" {
			p.raw("says", quote(c.says))
		}
		p.ids("for", c.of)
	})
}

// paragraph is the section of a protocol.
func paragraph(n int) string { return "§ " + strconv.Itoa(n) }
