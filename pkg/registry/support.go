package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// HasSecretariat tells what the registry says of whether a group has a
// secretariat at work, or somebody else who does its work. An irregular one is a
// secretariat too; one that has stopped is not. Whether a source vouches for it
// at the view's day is for the caller to ask.
func HasSecretariat(g *model.Group) truth.Value {
	s := g.Secretariat
	switch {
	case s.Is == model.None:
		return truth.No
	case s.V.DoneBy.Given():
		return truth.Yes
	case s.V.DoneBy.Is == model.Unknown:
		return truth.CannotTell
	case s.V.Status.V == "stopped", s.V.Organizations.Is == model.None:
		return truth.No
	case s.V.Status.Given() || len(s.V.Organizations.Values()) > 0:
		return truth.Yes
	}
	return truth.CannotTell
}
