package synth

import "fmt"

type issue struct {
	id, title, level, direction, state string
	raised                             day
	by                                 string
	driver                             *group
	concerns                           []string
	coordinator                        *group
	priority                           bool
	agreement                          *agreement
	knowledge                          string
	outcome                            string
	cite                               cite
	free                               bool // no other record depends on it
}

// issue adds a development issue to a group. One that is only captured has no
// driver yet, and nothing depends on it.
func (w *world) issue(g *group, state string) *issue {
	w.cost()
	n := len(w.issues)
	i := &issue{
		id:    fmt.Sprintf("fraga-%05d", n+1),
		title: fmt.Sprintf("%s i %s, fråga %d", pick(w, issueTopics), g.county.name, n+1),
		level: pick(w, []string{"local", "subregional", "regional"}), direction: pick(w, directions).id, state: state,
		raised: date(w.between(max(w.firstYear, yearOf(g.began)+1), 2025), w.between(1, 12), w.between(1, 28)), by: g.county.association.ref(),
		concerns: []string{g.ref()}, free: state == "captured", cite: cite{source: g.page()},
	}
	if w.chance(0.3) {
		i.knowledge = pick(w, knowledgeAreas).id
	}
	switch state {
	case "driven", "done":
		i.driver, i.priority, i.level = g, true, "regional"
		if len(g.basedOn) > 0 {
			i.agreement = g.basedOn[0]
		}
		if g != w.office && w.chance(0.4) {
			i.concerns = append(i.concerns, pick(w, w.consultation).ref())
			i.coordinator = w.office
		}
		if i.concerns[len(i.concerns)-1] == g.ref() {
			i.concerns, i.coordinator = i.concerns[:1], nil
		}
	}
	if state == "done" {
		i.outcome = "Frågan är genomförd och följs i ordinarie uppföljning."
	}
	w.issues = append(w.issues, i)
	return i
}

func (i *issue) write(w *world, p *page) {
	p.text("title", i.title)
	p.in("level", func() {
		p.item(func() {
			p.raw("level", i.level)
			p.day("from", i.raised)
		})
	})
	p.ids("direction", []string{i.direction})
	p.in("raised", func() {
		p.day("date", i.raised)
		p.raw("by", i.by)
	})
	if i.driver != nil {
		p.raw("driver", i.driver.id)
	}
	p.ids("concerns", i.concerns)
	if i.coordinator != nil {
		p.raw("coordinator", i.coordinator.id)
	}
	if i.priority {
		p.raw("priority", "plan/"+w.actionPlan.id)
	}
	if i.agreement != nil {
		p.ids("agreements", []string{i.agreement.id})
	}
	if i.knowledge != "" {
		p.ids("knowledge_areas", []string{i.knowledge})
	}
	p.raw("state", i.state)
	p.text("outcome", i.outcome)
	p.sources(i.cite)
	p.block("note", remark(i.id, 4))
}
