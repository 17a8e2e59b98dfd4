package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var coreParity = Rule{
	Spec: &rule.Spec{
		ID: "core-parity", Number: "R099", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Processledningens kärna har lika många platser från vardera sidan, så som riktlinjen anger.",
			En: "The core of the process office has equally many seats of each side, as the guideline says.",
		},
		Why: text.Both{
			Sv: "Region Stockholm och Storsthlm ansvarar tillsammans för processledningen och bemannar den lika. Riktlinjen anger antalet per sida (core.per_side). Sidan är platsens egen, annars den som platsen företräder har; en förvaltning räknas till sin huvudman. Regeln prövas från tillträdesdagen i core, när kärnan har rätt storlek; annars tas den upp av core-size.",
			En: "Region Stockholm and Storsthlm are together responsible for the process office and staff it equally. The guideline gives the number of each side (core.per_side). The side is that of the seat, else of what it represents; an administration counts with what it is part of. The rule goes from the day in core on which it takes office, where the core has the right size; otherwise core-size tells.",
		},
		Remedy: text.Both{
			Sv: "Rätta platsernas sida efter källan. Stämmer den är fördelningen en fråga för de två sidorna.",
			En: "Correct the side of the seats from the source. If it is right, the division is a matter for the two sides.",
		},
		Tune:     text.Both{Sv: "core.per_side i riktlinjen.", En: "core.per_side of the guideline."},
		Messages: map[string]text.Both{"": {Sv: "kärnan har {region} platser från regionen och {municipal} från kommunsidan; riktlinjen anger {n} från vardera", En: "the core has {region} seats of the region and {municipal} of the municipal side; the guideline says {n} of each"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.1", Line: 544, Says: "bör sekretariatets bemannas med två personer från Region Stockholm och två personer från Storsthlm"},
			{Source: "rapport-2022", Section: "6.2", Line: 494, Says: "Bestående av 4 personer, lika från Region Stockholm och Storsthlm"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		office, p, ok := coreOf(v)
		if !ok || !r.Applies(v.IsActive(office), sets(p, p.Value.PerSide), v.CoreBegun(p.Value)) {
			return
		}
		if p.Value.Size.Given() {
			if _, fits := coreSeats(v, office, p); !r.Applies(fits) {
				return
			}
		}
		want := float64(p.Value.PerSide.V)
		region, municipal := v.CoreSeats(office, model.Region), v.CoreSeats(office, model.Municipal)
		all := v.AllSeats(office)
		r.Judge(truth.And(region.Within(want, want, all), municipal.Within(want, want, all)), func() *rule.Finding {
			f := rule.Found(rule.At(office, "seats"), text.Args{"region": region.Min, "municipal": municipal.Min, "n": p.Value.PerSide.V})
			f.Severity = weight(p, rule.Error)
			f.Related = []rule.Related{byGuideline(p)}
			return f
		})
	},
}
