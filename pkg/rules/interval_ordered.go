package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var intervalOrdered = Rule{
	Spec: &rule.Spec{
		ID: "interval-ordered", Number: "R007", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Ingen period slutar innan den börjar.",
			En: "No period ends before it begins.",
		},
		Why: text.Both{
			Sv: "Samma dag är tillåten. Är datumen oprecisa räcker det att någon ordning är möjlig: felet ges bara när slutet säkert ligger före början.",
			En: "The same day is allowed. Where the dates are not exact it is enough that some order is possible: the error is given only when the end lies before the beginning for certain.",
		},
		Remedy:   text.Both{Sv: "Rätta det datum som är fel; källan avgör.", En: "Correct the date that is wrong; the source decides."},
		Messages: map[string]text.Both{"": {Sv: "perioden slutar {until}, före sin början {from}", En: "the period ends {until}, before its beginning {from}"}},
		Cites:    []rule.Cite{{Source: "orebro-2010", Line: 52, Says: "den 7 december 2009"}, {Source: "orebro-2010", Line: 54, Says: "den 7 januari 2010"}},
	},
	Watch: func(_ *registry.View, r *rule.Report) Watcher {
		return Watcher{Want: model.ClassMap | model.ClassInterval, See: func(spot *Spot, val model.Visit) {
			span, ok := model.SpanOf(val)
			if !ok || !span.From.Given() || !span.Until.Given() {
				return
			}
			r.Judge(edtf.Period{From: span.From.V, Until: span.Until.V}.Ordered(), func() *rule.Finding {
				f := rule.Found(spot.place(val.Path.At("until")), text.Args{"from": span.From.V, "until": span.Until.V})
				f.Related = []rule.Related{rule.Beside(spot.place(val.Path.At("from")), "början står här", "the beginning stands here")}
				return f
			})
		}}
	},
}
