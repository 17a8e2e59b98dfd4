package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var coreSize = Rule{
	Spec: &rule.Spec{
		ID: "core-size", Number: "R098", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Processledningens kärna har så många platser som riktlinjen anger.",
			En: "The core of the process office has as many seats as the guideline says.",
		},
		Why: text.Both{
			Sv: "Kärnan ansvarar för att stödja och bereda, och riktlinjen anger hur stor den ska vara (core). Regeln räknar platser med rollen core i gruppen i process_office när den har tillträtt. Vakanta platser räknas med; de tas upp som vakanser. Före tillträdesdagen i core är avvikelsen en varning. Är platserna inte fullständiga (complete.seats) går det bara att avgöra att de är för många.",
			En: "The core is there to support and prepare, and the guideline says how large it is to be (core). The rule counts the seats with the role core of the group in process_office once that group has taken office. Vacant seats count; they are told of as vacancies. Before the day in core on which it takes office, a difference is a warning. Where the seats are not complete (complete.seats), only that they are too many can be told.",
		},
		Remedy: text.Both{
			Sv: "Registrera de platser som saknas, eller avsluta dem som inte längre finns.",
			En: "Record the seats that are missing, or end those that are no more.",
		},
		Tune:     text.Both{Sv: "core i riktlinjen och process_office i vis.yaml.", En: "core of the guideline and process_office in vis.yaml."},
		Messages: map[string]text.Both{"": {Sv: "kärnan har {n} platser; riktlinjen anger {size}", En: "the core has {n} seats; the guideline says {size}"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.2", Line: 494, Says: "Bestående av 4 personer, lika från Region Stockholm och Storsthlm"},
			{Source: "rapport-2022", Section: "7.1", Line: 548, Says: "Det gemensamma sekretariatet tillträder under första kvartalet 2023."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		office, p, ok := coreOf(v)
		if !ok || !r.Applies(v.IsActive(office), sets(p, p.Value.Size)) {
			return
		}
		n, outcome := coreSeats(v, office, p)
		r.Judge(outcome, func() *rule.Finding {
			f := rule.Found(rule.At(office, "seats"), text.Args{"n": n.Min, "size": p.Value.Size.V})
			f.Severity = weight(p, rule.Error)
			if v.CoreBegun(p.Value) != truth.Yes {
				f.Severity = rule.Warning
			}
			f.Related = []rule.Related{byGuideline(p)}
			return f
		})
	},
}

// coreOf returns the process office and what the guideline says of its core. ok
// is false where there is no such office or the guideline says nothing.
func coreOf(v *registry.View) (office *model.Group, p registry.Parameter[model.Core], ok bool) {
	p = v.Core()
	office, ok = v.Office()
	return office, p, ok && p.Governs != truth.No
}

// coreSeats counts the seats of the core, and tells whether they are as many as
// the guideline says.
func coreSeats(v *registry.View, office *model.Group, p registry.Parameter[model.Core]) (n registry.Tally, fits truth.Value) {
	n = v.CoreSeats(office, "")
	size := float64(p.Value.Size.V)
	return n, n.Within(size, size, v.AllSeats(office))
}
