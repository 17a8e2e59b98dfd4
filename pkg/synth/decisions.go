package synth

import "fmt"

type decision struct {
	id, title, state, matter string
	proposedBy, body         string
	on                       day
	meeting                  *meeting
	item                     int
	concerns                 []string
	chain                    []stage
	deadline                 day
	firstIn                  int // the year at whose first meeting it was to be taken
	unknownOutcome           bool
	cites                    []cite
	note                     string
	free                     bool // no other record depends on it
}

type stage struct {
	step, body string
	on         day
}

// decide records a decision that a group takes at one of its meetings, as an
// item of the agenda.
func (w *world) decide(m *meeting, matter, title string, concerns ...string) *decision {
	w.cost()
	g := m.group
	d := &decision{
		title: title, state: "decided", matter: matter, body: g.ref(), on: m.on, meeting: m, item: len(m.agenda), concerns: concerns,
	}
	d.id = fmt.Sprintf("%s-%s-%d", g.id, m.on, d.item+1)
	d.chain = []stage{{"Beredning", g.ref(), m.on - 28}, {"Beslut", g.ref(), m.on}}
	d.cites = []cite{{source: w.protocol(g, yearOf(m.on)), section: paragraph(d.item + 1), says: "Beslut: " + title}}
	m.agenda = append(m.agenda, &agendaItem{title: title, typ: "decision", about: []string{"decision/" + d.id}})
	w.decisions = append(w.decisions, d)
	return d
}

// record adds a decision that is not taken at a recorded meeting.
func (w *world) record(d *decision) *decision {
	w.cost()
	w.decisions = append(w.decisions, d)
	return d
}

// lastMeeting is the last held meeting of a group before or on a day, or nil.
func (g *group) lastMeeting(on day) *meeting {
	var last *meeting
	for _, m := range g.meetings {
		if m.on <= on && m.status == "held" {
			last = m
		}
	}
	return last
}

func (d *decision) write(p *page) {
	p.text("title", d.title)
	p.raw("state", d.state)
	if d.unknownOutcome {
		p.raw("outcome", "unknown")
	}
	if d.matter != "" {
		p.raw("matter", d.matter)
	} else {
		p.raw("matter", "not-applicable")
	}
	p.word("proposed_by", d.proposedBy)
	p.word("body", d.body)
	p.day("date", d.on)
	if d.meeting != nil {
		p.raw("meeting", d.meeting.id()+"#"+nth(d.item))
	}
	p.ids("concerns", d.concerns)
	entries(p, "chain", d.chain, func(_ int, s stage) {
		p.text("step", s.step)
		p.word("body", s.body)
		p.day("date", s.on)
	})
	p.day("deadline", d.deadline)
	if d.firstIn != 0 {
		p.in("deadline", func() {
			p.raw("first_meeting_of", d.meeting.group.id)
			p.number("in", d.firstIn)
		})
	}
	p.sources(d.cites...)
	if d.note != "" {
		p.text("note", d.note)
	} else {
		p.block("note", remark(d.id, 3))
	}
}

// decision writes a reference to a decision, and nothing for nil.
func (p *page) decision(key string, d *decision) {
	if d != nil {
		p.raw(key, d.id)
	}
}
