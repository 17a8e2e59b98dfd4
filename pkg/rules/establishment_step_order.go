package rules

import (
	"strconv"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var establishmentStepOrder = Rule{
	Spec: &rule.Spec{
		ID: "establishment-step-order", Number: "R089", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett steg i etableringen är inte klart före stegen i de tidigare faserna.",
			En: "A step of establishment is not done before the steps of the earlier phases.",
		},
		Why: text.Both{
			Sv: "Stegen i en fas bygger på den förra: workshopen kräver att deltagarna är utsedda, och resultatet presenteras när workshopen är gjord. Inom en fas är ordningen fri. Regeln jämför de dagar som står i done med faserna i establishment_steps i den riktlinje som gällde när steget blev klart. Ett tidigare steg utan dag, eller som inte räknas upp, går det inte att avgöra.",
			En: "The steps of a phase build on the one before: the workshop needs its participants to be chosen, and the result is presented once the workshop is over. Within a phase the order is free. The rule compares the days in done with the phases of establishment_steps of the guideline that was in force when the step was done. An earlier step without a day, or that is not listed, cannot be told.",
		},
		Remedy: text.Both{
			Sv: "Kontrollera dagarna mot källan. Stämmer de togs stegen i fel ordning, och det bör tas upp med dem som leder etableringen.",
			En: "Check the days against the source. If they are right the steps were taken in the wrong order, and whoever leads the establishment should know.",
		},
		Tune: text.Both{Sv: "establishment_steps i riktlinjen och thresholds.look_back i vis.yaml.", En: "establishment_steps of the guideline and thresholds.look_back in vis.yaml."},
		Messages: map[string]text.Both{
			"":        {Sv: "steg {step} i fas {phase} blev klart {done}, före steg {earlier} i fas {before}, som blev klart {last}", En: "step {step} of phase {phase} was done {done}, before step {earlier} of phase {before}, which was done {last}"},
			"unknown": {Sv: "steg {step} finns inte i riktlinjen, vars steg är {steps}", En: "there is no step {step} in the guideline, whose steps are {steps}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 463, Says: "Planeringsfas"},
			{Source: "rapport-2022", Section: "6.1", Line: 464, Says: "Genomförande"},
			{Source: "rapport-2022", Section: "6.1", Line: 465, Says: "Nystart/omstart"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		stepsDone(v, r, func(s stepDone) {
			if !s.entry.Step.Given() {
				r.CannotTell()
				return
			}
			if s.defined == nil {
				judgeEvent(v, r, s.date, truth.No, func() []*rule.Finding {
					return []*rule.Finding{byStep(s, rule.Error, rule.FoundAs("unknown", s.place("step"), text.Args{"step": s.entry.Step.V, "steps": numbers(s.steps.Value)}))}
				})
				return
			}
			judgePhase(v, r, s)
		})
	},
}

// numbers are the numbers of some steps.
func numbers(steps []model.StepDefinition) []string {
	var out []string
	for _, s := range steps {
		out = append(out, strconv.Itoa(s.Step.V))
	}
	return out
}

// judgePhase compares a step with those of the earlier phases.
func judgePhase(v *registry.View, r *rule.Report, s stepDone) {
	outcome := truth.Yes
	var found []*rule.Finding
	for _, earlier := range s.steps.Value {
		if earlier.Phase.V >= s.defined.Phase.V {
			continue
		}
		done := truth.CannotTell
		for i, other := range s.group.Establishment.V.Steps.All() {
			if other.Step.V != earlier.Step.V || !other.Done.Given() {
				continue
			}
			done = edtf.NotAfter(other.Done.V, s.date)
			if done == truth.No {
				f := byStep(s, rule.Error, rule.Found(s.place("done"), text.Args{
					"step": s.defined.Step.V, "phase": s.defined.Phase.V, "done": s.date,
					"earlier": earlier.Step.V, "before": earlier.Phase.V, "last": other.Done.V,
				}, text.English.Write(earlier.Step.V)))
				f.Related = append(f.Related, rule.Beside(rule.At(s.group, "establishment", "steps", i, "done"), "det tidigare steget", "the earlier step"))
				found = append(found, f)
			}
		}
		outcome = truth.And(outcome, done)
	}
	judgeEvent(v, r, s.date, outcome, func() []*rule.Finding { return found })
}

// byStep says what a finding about a step rests on, and what it can weigh.
func byStep(s stepDone, severity rule.Severity, f *rule.Finding) *rule.Finding {
	f.Severity = weight(s.steps, severity)
	f.Related = append(f.Related, byGuideline(s.steps))
	return f
}
