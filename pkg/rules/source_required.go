package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var sourceRequired = Rule{
	Spec: &rule.Spec{
		ID: "source-required", Number: "R004", Severity: rule.Warning, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Varje sakpost anger minst en källa, och avsnitt när källan är en rapport, en lag eller ett protokoll.",
			En: "Every record of substance cites at least one source, with its section where the source is a report, a law or a protocol.",
		},
		Why: text.Both{
			Sv: "Den som läser en uppgift ska kunna slå upp den. Källor, vokabulären och vis.yaml behöver ingen egen källa.",
			En: "Whoever reads a fact must be able to look it up. Sources, the vocabulary and vis.yaml need none of their own.",
		},
		Remedy: text.Both{Sv: "Lägg till sources med källans id, och section där det krävs.", En: "Add sources with the id of the source, and section where it is required."},
		Messages: map[string]text.Both{
			"":        {Sv: "posten anger ingen källa", En: "the record cites no source"},
			"section": {Sv: "källan {source} är av slaget {type}; avsnitt (section) saknas", En: "the source {source} is of the type {type}; its section is missing"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.1", Line: 107, Says: "ett antal skriftliga frågor"}},
	},
	Watch: func(v *registry.View, r *rule.Report) Watcher {
		var cited bool
		var findings []*rule.Finding
		judged := func(spot *Spot) bool { return spot.Record != nil && spot.Kind != model.SourceKind }
		return Watcher{
			Want:  model.ClassMap,
			Begin: func(*Spot) { cited, findings = false, nil },
			See: func(spot *Spot, val model.Visit) {
				c, ok := val.Value.(*model.Citation)
				if !ok || !judged(spot) {
					return
				}
				cited = true
				s, ok := registry.Find[*model.Source](v.Registry, c.Source.V)
				if ok && needsSection(s) && c.Section.Is == model.Absent {
					findings = append(findings, rule.FoundAs("section", spot.place(val.Path), text.Args{"source": s.Ref.ID, "type": phrase.Word("source-type", s.Type.V)}, s.Ref.ID))
				}
			},
			End: func(spot *Spot) {
				switch {
				case !judged(spot):
				case !cited:
					r.Violated(rule.Found(rule.At(spot.Record), nil))
				case len(findings) > 0:
					r.Violated(findings...)
				default:
					r.Holds()
				}
			},
		}
	},
}

// needsSection reports whether a citation of the source must name a section.
func needsSection(s *model.Source) bool {
	switch s.Type.V {
	case "report", "law", "protocol":
		return true
	}
	return false
}
