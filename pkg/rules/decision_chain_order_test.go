package rules_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
)

// TestChainIsTurned tells which courses of a matter are put in order without
// asking, and checks that nothing is found in them afterwards.
func TestChainIsTurned(t *testing.T) {
	base := parse(t, rules.BaseExample())
	for name, test := range map[string]struct {
		dates string // of the steps, and of the decision after a bar
		want  []int
	}{
		"the latest first":                  {"2024-12-10 2024-11-28 2024-10-28", []int{2, 1, 0}},
		"vague, and apart for certain":      {"2024-12 2023 2020..2021 2019", []int{3, 2, 1, 0}},
		"equal days keep their order":       {"2024-12-10 2024-11-28 2024-11-28 2024-10-28 2024-10-28", []int{3, 4, 1, 2, 0}},
		"decided the same day":              {"2024-12-10 2024-11-28 2024-10-28 | 2024-12-10", []int{2, 1, 0}},
		"decided a day that is not known":   {"2024-12-10 2024-11-28 2024-10-28 | unknown", []int{2, 1, 0}},
		"decided perhaps the same day":      {"2024-12-10 2024-11-28 2024-10-28 | 2024-12", []int{2, 1, 0}},
		"a step after the decision":         {"2024-12-10 2024-11-28 2024-10-28 | 2024-12-09", nil},
		"two steps":                         {"2024-12-10 2024-11-28", nil},
		"two days":                          {"2024-12-10 2024-12-10 2024-11-28", nil},
		"one year is wrong":                 {"2024-09-10 2023-10-28 2024-11-28", nil},
		"the old year in January":           {"2023-11-28 2023-12-10 2023-01-12 2023-02-03", nil},
		"all but one with the latest first": {"2024-12-10 2024-10-28 2024-11-28 2024-09-10", nil},
		"a step without a day":              {"2024-12-10 2024-11-28 unknown 2024-10-28", nil},
		"the last without a day":            {"2024-12-10 2024-11-28 2024-10-28 unknown", nil},
		"equal days that may be others":     {"2024-12-10 2024-11 2024-11 2024-10-28", nil},
		"days that may be in another order": {"2024-12-10 2024-11-28 2024-11 2024-10-28", nil},
		"in order":                          {"2024-10-28 2024-11-28 2024-12-10", nil},
		"in order, and after the decision":  {"2024-10-28 2024-11-28 2024-12-10 | 2024-12-09", nil},
	} {
		steps, decided, ok := strings.Cut(test.dates, " | ")
		if !ok {
			decided = "2025-01-20"
		}
		file := "title: Ett ärende\nstate: decided\nmatter: plan\nbody: unknown\ndate: " + decided + "\nchain:\n"
		for _, date := range strings.Fields(steps) {
			file += "  - step: Möte\n    date: " + date + "\n"
		}
		file += cited
		findings := func(text string) (all []*rule.Finding) {
			for _, f := range validate(t, base, base.AsOf, []example.File{{Path: "decisions/x.yaml", Text: text}}) {
				if f.Spec.ID == "decision-chain-order" {
					all = append(all, f)
				}
			}
			return all
		}
		found := findings(file)
		var got []int
		for _, f := range found {
			if f.Fix.Order != nil {
				assert.Nil(t, got, "%s: told twice", name)
				got = f.Fix.Order
			}
		}
		assert.Equal(t, test.want, got, name)
		mended, n := edit.Fix([]byte(file), found)
		if test.want == nil {
			assert.Zero(t, n, name)
			assert.Equal(t, file, string(mended), name)
			continue
		}
		assert.Equal(t, 1, n, name)
		assert.Empty(t, findings(string(mended)), name)
	}
}
