package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var dutyTraceable = Rule{
	Spec: &rule.Spec{
		ID: "duty-traceable", Number: "R102", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Vart och ett av processledningens ansvar har minst en aktivitet under året.",
			En: "Each duty of the process office has at least one activity in the year.",
		},
		Why: text.Both{
			Sv: "Ett ansvar utan aktivitet syns inte i planeringen. Riktlinjen anger ansvaren (duties), och aktiviteterna står i de planer som processledningen har för det kalenderår som dagen ligger i, med duty. Finns ingen sådan plan i registret går det inte att avgöra.",
			En: "A duty without an activity does not show in the planning. The guideline gives the duties (duties), and the activities stand in the plans that the process office has for the calendar year of the day, with duty. Where no such plan is in the registry nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Lägg till en aktivitet för ansvaret i planen, eller ange duty på den aktivitet som fullgör det.",
			En: "Add an activity for the duty to the plan, or give duty on the activity that fulfils it.",
		},
		Tune:     text.Both{Sv: "duties i riktlinjen och process_office i vis.yaml.", En: "duties of the guideline and process_office in vis.yaml."},
		Messages: map[string]text.Both{"": {Sv: "planen för {year} har ingen aktivitet för ansvaret ”{duty}”", En: "the plan of {year} has no activity for the duty “{duty}”"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "4", Line: 371, Says: "Enligt riktlinjen ska sekretariatet ansvara för:"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.Duties()
		office, ok := v.Office()
		if !ok || p.Governs == truth.No || !r.Applies(v.IsActive(office), p.Governs) {
			return
		}
		year, _, _ := v.Day.Civil()
		whole := edtf.Between(edtf.DayOf(year, 1, 1), edtf.DayOf(year, 12, 31))
		served, first := v.DutiesServed(office, p.Value)
		for _, duty := range served {
			r.Judge(duty.Served, func() *rule.Finding {
				f := rule.Found(rule.At(first, "activities"), text.Args{"year": whole, "duty": phrase.Terms(v, "duties", []model.Term{duty.Duty})}, string(duty.Duty))
				f.Related = []rule.Related{byGuideline(p)}
				return f
			})
		}
	},
}
