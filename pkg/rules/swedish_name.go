package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var swedishName = Rule{
	Spec: &rule.Spec{
		ID: "swedish-name", Number: "R128", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje post har ett svenskt namn.",
			En: "Every record has a Swedish name.",
		},
		Why: text.Both{
			Sv: "Registret används på svenska, och källorna är svenska. En engelsk översättning får stå bredvid men inte ersätta det svenska namnet. Regeln läser namn och titlar, även korta och tidigare. En text utan språk är svensk. Möten berörs inte, för de har namn av sin grupp och sin dag.",
			En: "The registry is used in Swedish, and the sources are Swedish. An English translation may stand beside the Swedish name but not replace it. The rule reads names and titles, short and former ones too. A text without a language is Swedish. Meetings are exempt, since they are named after their group and their day.",
		},
		Remedy: text.Both{
			Sv: "Skriv det svenska namnet under sv. Det engelska kan stå kvar under en.",
			En: "Write the Swedish name under sv. The English one may stay under en.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "”{name}” finns bara på engelska; ett svenskt namn förväntades",
			En: "“{name}” is in English only; a Swedish name was expected",
		}},
		Cites: []rule.Cite{{Source: "", Section: "model.md"}},
	},
	Watch: func(_ *registry.View, r *rule.Report) Watcher {
		var found []*rule.Finding
		var named bool
		return Watcher{
			Want:  model.ClassText,
			Begin: func(*Spot) { found, named = nil, false },
			See: func(spot *Spot, val model.Visit) {
				if spot.Record == nil || spot.Kind == model.MeetingKind || !isName(val.Path) {
					return
				}
				named = true
				if t := val.Value.(*model.Text); t.Sv == "" && t.En != "" {
					found = append(found, rule.Found(spot.place(val.Path), text.Args{"name": t.En}))
				}
			},
			End: func(*Spot) {
				switch {
				case len(found) > 0:
					r.Violated(found...)
				case named:
					r.Holds()
				}
			},
		}
	},
}

// isName reports whether a path leads to a name or a title of the record that it
// is in.
func isName(p model.Path) bool {
	switch p[len(p)-1].Key {
	case "name", "short_name":
		return len(p) == 1 || p[0].Key == "names"
	case "title", "short_title":
		return len(p) == 1
	}
	return false
}
