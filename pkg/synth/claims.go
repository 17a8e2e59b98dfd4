package synth

import (
	"fmt"
	"strconv"
)

// claims lets each year's report of the home county state figures that the
// records bear out. They are counted here from what was built, and not by the
// metrics that they are compared with.
func (w *world) claims() {
	for year := max(w.firstYear, 2023); year < lastYear; year++ {
		s, on := w.report(w.home, year), date(year, 12, 31)
		add := func(id, metric, scope, value, says string) {
			s.claims = append(s.claims, claim{id: id, metric: metric, scope: scope, value: value, on: on, says: says})
		}
		n := strconv.Itoa
		add("kommuner", "municipalities", "", n(len(w.home.municipalities)), "Länets kommuner är "+n(len(w.home.municipalities))+".")
		groups, roles, elected, several, held := w.inCountyForums(on)
		add("fora", "groups-in-scope", "lansfora", n(groups), fmt.Sprintf("I länet finns %d fora.", groups))
		add("roller", "roles", "lansfora", fmt.Sprintf("{value: %d, approx: true}", roles/5*5), fmt.Sprintf("De har ungefär %d platser.", roles/5*5))
		add("fortroendevalda", "roles-elected", "lansfora", n(elected), fmt.Sprintf("%d platser innehas av förtroendevalda.", elected))
		add("flera-fora", "people-in-several-groups", "lansfora", n(several), fmt.Sprintf("%d personer sitter i flera fora.", several))
		add("moten", "meetings-held", "lansfora", n(held), fmt.Sprintf("Under året hölls %d möten.", held))
		add("vakanser", "vacancies", "lansfora", "0", "Inga platser är vakanta.")
		listed := 0
		for _, a := range w.agreements {
			if a.typ != "framework" && !a.external && a.inForce(on) {
				listed++
			}
		}
		add("overenskommelser", "agreements-listed", "", n(listed), fmt.Sprintf("%d överenskommelser gäller.", listed))
		locals := 0
		for _, g := range w.groups {
			if g.typ == "local" && g.lives(on) {
				locals++
			}
		}
		add("lokala-grupper", "local-groups", "", n(locals), fmt.Sprintf("Det finns %d lokala grupper.", locals))
	}
}

// inCountyForums counts what the scope of the county's forums holds on a day: groups,
// seats, elected seats, people in several groups, and meetings of the year.
func (w *world) inCountyForums(on day) (groups, roles, elected, several, held int) {
	for _, g := range w.groups {
		if !g.counted || !g.lives(on) {
			continue
		}
		groups++
		for _, s := range g.seats {
			if s.counts() && within(on, s.from, s.until) {
				roles++
				if s.elected {
					elected++
				}
			}
		}
		for _, m := range g.meetings {
			if m.status == "held" && yearOf(m.on) == yearOf(on) {
				held++
			}
		}
	}
	for _, p := range w.representatives {
		var in []*group
		for _, m := range p.memberships {
			if m.group.counted && m.group.lives(on) && within(on, m.from, m.until) && (len(in) == 0 || in[0] != m.group) {
				in = append(in, m.group)
			}
		}
		if len(in) > 1 {
			several++
		}
	}
	return groups, roles, elected, several, held
}
