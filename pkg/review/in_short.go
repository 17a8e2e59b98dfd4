package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// longestAnswer is how many runes of an answer a message shows.
const longestAnswer = 100

// inShort is what a parameter of a guideline says, as an argument of a message:
// its value, or what else of it an edit is of; cut where it is long.
func inShort(v *registry.View, c *change.Record, version any, edited, parameter model.Path) text.Both {
	path := parameter.At("value")
	if edited != nil && len(edited) > len(parameter) && edited[len(parameter)].Key != "value" {
		path = edited
	}
	a := at(c, version, path)
	if a == nil {
		return text.Both{Sv: "ingen uppgift", En: "nothing"}
	}
	in := func(l text.Lang) string {
		return phrase.Shorten(phrase.Writer{View: v, Lang: l}.Attribute(a), longestAnswer)
	}
	return text.Both{Sv: in(text.Swedish), En: in(text.English)}
}
