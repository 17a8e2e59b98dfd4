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

var establishmentWindow = Rule{
	Spec: &rule.Spec{
		ID: "establishment-window", Number: "R093", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Etableringens steg tas under den tid som riktlinjen anger.",
			En: "The steps of establishment are taken within the time that the guideline gives.",
		},
		Why: text.Both{
			Sv: "Etableringen av grupperna är planerad till en viss tid (establishment_window). Ett steg som säkert blev klart före eller efter den har tagits utanför planen. Ett steg som ännu inte är klart prövas inte här.",
			En: "The establishment of the groups is planned for a certain time (establishment_window). A step that was certainly done before or after it was taken outside the plan. A step not done yet is not tested here.",
		},
		Remedy: text.Both{
			Sv: "Kontrollera dagen mot källan. Har planen ändrats ändras tiden i riktlinjen genom beslut.",
			En: "Check the day against the source. Where the plan has changed, the time in the guideline is changed by a decision.",
		},
		Tune: text.Both{Sv: "establishment_window i riktlinjen och thresholds.look_back i vis.yaml.", En: "establishment_window of the guideline and thresholds.look_back in vis.yaml."},
		Messages: map[string]text.Both{
			"":      {Sv: "steg {step} för {group} blev klart {done}, efter den tid som riktlinjen anger: {window}", En: "step {step} of {group} was done {done}, after the time that the guideline gives: {window}"},
			"early": {Sv: "steg {step} för {group} blev klart {done}, före den tid som riktlinjen anger: {window}", En: "step {step} of {group} was done {done}, before the time that the guideline gives: {window}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "1", Line: 77, Says: "Arbetet med att etablera samverkansstrukturen sker i samverkan mellan Storsthlm och Region Stockholm under hösten 2022 och våren 2023."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		if off(v.Thresholds().LookBack) {
			return
		}
		for _, g := range v.ConsultationGroupRecords() {
			for i, s := range g.Establishment.V.Steps.All() {
				if done, ok := s.Done.Get(); ok {
					judgeWindow(v, r, g, i, s.Step.V, done)
				}
			}
		}
	},
}

func judgeWindow(v *registry.View, r *rule.Report, g *model.Group, index, step int, done edtf.Date) {
	p := then(v, done, (*registry.View).EstablishmentWindow)
	if !r.Applies(done.Begun(v.Day), p.Governs) {
		return
	}
	early, late := edtf.Before(done, p.Value) == truth.Yes, edtf.Before(p.Value, done) == truth.Yes
	outcome, name := truth.CannotTell, ""
	switch {
	case early || late:
		outcome = truth.No
	case done.Within(p.Value):
		outcome = truth.Yes
	}
	if early {
		name = "early"
	}
	judgeEvent(v, r, done, outcome, func() []*rule.Finding {
		f := rule.FoundAs(name, rule.At(g, "establishment", "steps", index, "done"), text.Args{"step": step, "group": phrase.Both(v.ShortName(g)), "done": done, "window": p.Value})
		f.Severity = weight(p, rule.Warning)
		f.Related = []rule.Related{byGuideline(p)}
		return []*rule.Finding{f}
	})
}
