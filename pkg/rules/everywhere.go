package rules

import (
	"context"
	"math/bits"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// Watcher judges values wherever they stand. All rules of this form share one
// walk through each record and file.
type Watcher struct {
	// Want are the classes of values that are shown to See.
	Want model.Class
	See  func(*Spot, model.Visit)
	// Begin and End are called for each record and file; they may be nil.
	Begin, End func(*Spot)
}

// Spot is the record, or the file vis.yaml, vocabulary.yaml or
// acknowledged.yaml, that a walk is in.
type Spot struct {
	Kind   model.Kind
	Record model.Record // nil in a file
}

// place is where a walk is. It copies the path.
func (s *Spot) place(p model.Path) rule.Place {
	if s.Record != nil {
		return rule.AtPath(s.Record, p)
	}
	return rule.Place{File: s.Kind.Info().File, Path: p.At()}
}

// watch walks once through every record and file, and shows each value to the
// watchers that want its class.
func watch(ctx context.Context, v *registry.View, watchers []Watcher) {
	if len(watchers) == 0 {
		return
	}
	var want model.Class
	var wanting [32][]int // which watchers want the class that is this bit
	for i, w := range watchers {
		want |= w.Want
		for class := w.Want; class != 0; class &= class - 1 {
			bit := bits.TrailingZeros32(uint32(class))
			wanting[bit] = append(wanting[bit], i)
		}
	}
	walk := func(s *Spot, contents any) {
		for _, w := range watchers {
			if w.Begin != nil {
				w.Begin(s)
			}
		}
		model.Walk(model.Fields(s.Kind), contents, want, func(val model.Visit) bool {
			class := val.Field.Class
			if _, why := val.Value.(*model.Why); why {
				class = model.ClassWhy
			}
			for _, i := range wanting[bits.TrailingZeros32(uint32(class))] {
				watchers[i].See(s, val)
			}
			return true
		})
		for _, w := range watchers {
			if w.End != nil {
				w.End(s)
			}
		}
	}
	for _, rec := range v.Records() {
		if ctx.Err() != nil {
			return
		}
		walk(&Spot{rec.Base().Ref.Kind, rec}, rec)
	}
	walk(&Spot{Kind: model.Manifest}, v.Manifest)
	walk(&Spot{Kind: model.VocabularyKind}, v.Vocabulary)
	walk(&Spot{Kind: model.AcknowledgedKind}, v.Acknowledged)
}
