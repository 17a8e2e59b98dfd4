package synth

// dormantForum adds a forum that has not met for long and is marked so. Its
// plan is the one for this year, since it may wake.
func (w *world) dormantForum(c *county) *group {
	g := w.group(&group{
		id: "vilande-" + c.slug, name: "Vilande forum i " + c.name, typ: "joint-forum", level: "regional", county: c, areas: []string{"egenvard"},
		reportsTo: w.steering.ref(), chair: chairRule{"alternating", "meeting", []*org{c.administration, c.association}},
		targets: []target{{group: "befolkningen", all: true}}, purpose: "Samordna egenvården när det behövs.", began: structureFrom,
		history: []milestone{{"active", structureFrom, nil}, {"dormant", date(2024, 12, 1), nil}},
	})
	for _, role := range []string{"chair", "member"} {
		for _, o := range []*org{c.administration, c.association} {
			w.seat(g, role, o) // no source names the holders
		}
	}
	w.meeting(g, weekday(date(2024, 9, 9)))
	w.cost()
	g.plans++
	id, title := "arsplan-"+g.id+"-2026", "Årsplan 2026 för "+g.name
	w.plans = append(w.plans, &plan{
		id: id, title: title, typ: "annual", decision: w.decide(w.steering.lastMeeting(date(2026, 3, 1)), "", title, "plan/"+id), owner: g.ref(), year: 2026, implements: w.actionPlan,
		cites: []cite{{source: w.report(c, 2025), section: "7"}},
	})
	return g
}
