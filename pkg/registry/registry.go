// Package registry is the immutable snapshot of a registry and what can be
// derived from it: the index of references in both directions, the view at a
// date, names over time, collectives, completeness, derived statuses and
// metrics. Each convention of the model is one function here, used by every
// rule and report.
package registry

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Input is what a loader has read. Any of the single files may be nil. Unread are
// the records whose files are there and gave nothing that could be read; a single
// file has a kind alone.
type Input struct {
	Manifest     *model.ManifestFile
	Vocabulary   *model.Vocabulary
	Acknowledged *model.Acknowledged
	Records      []model.Record
	Unread       []model.Ref
}

// Registry is a snapshot. Nothing in it changes after New, so any number of
// goroutines may read it.
type Registry struct {
	Manifest     *model.ManifestFile
	Vocabulary   *model.Vocabulary
	Acknowledged *model.Acknowledged

	Sources         []*model.Source
	Organizations   []*model.Organization
	Guidelines      []*model.Guideline
	Agreements      []*model.Agreement
	Groups          []*model.Group
	Representatives []*model.Representative
	Meetings        []*model.Meeting
	Decisions       []*model.Decision
	Issues          []*model.Issue
	Plans           []*model.Plan
	Followups       []*model.Followup

	records    []model.Record
	unread     map[model.Ref]bool
	byID       [model.KindCount]map[string]model.Record
	previously map[model.Ref][]model.Ref
	referrers  map[model.Ref][]model.Ref
	terms      map[string]map[string]*model.TermEntry
	unclear    map[string]bool // lists with a term whose id could not be read
	seatings   map[seatKey][]Seating
	members    map[string][]Seating
	replacedBy map[model.Ref][]model.Ref
	sides      map[model.Ref]model.Word
	plans      map[model.Ref][]*model.Plan // by owner
	meetings   map[string][]*model.Meeting // by group
	steering   map[model.Ref]bool          // groups that some agreement names as responsible, not only as a proposal
}

// New builds the snapshot of what was read.
func New(in Input) *Registry {
	r := &Registry{
		Manifest: in.Manifest, Vocabulary: in.Vocabulary, Acknowledged: in.Acknowledged,
		records:    slices.Clone(in.Records),
		unread:     map[model.Ref]bool{},
		previously: map[model.Ref][]model.Ref{},
	}
	if r.Manifest == nil {
		r.Manifest = &model.ManifestFile{}
	}
	if r.Vocabulary == nil {
		r.Vocabulary = &model.Vocabulary{}
	}
	if r.Acknowledged == nil {
		r.Acknowledged = &model.Acknowledged{}
	}
	for _, ref := range in.Unread {
		r.unread[ref] = true
	}
	slices.SortFunc(r.records, func(a, b model.Record) int {
		return cmp.Or(cmp.Compare(a.Base().Ref.Kind, b.Base().Ref.Kind), strings.Compare(a.Base().Ref.ID, b.Base().Ref.ID))
	})
	for _, rec := range r.records {
		base := rec.Base()
		if r.byID[base.Ref.Kind] == nil {
			r.byID[base.Ref.Kind] = map[string]model.Record{}
		}
		r.byID[base.Ref.Kind][base.Ref.ID] = rec
		for _, old := range base.Previously.All() {
			former := model.Ref{Kind: base.Ref.Kind, ID: old}
			r.previously[former] = append(r.previously[former], base.Ref)
		}
		switch rec := rec.(type) {
		case *model.Source:
			r.Sources = append(r.Sources, rec)
		case *model.Organization:
			r.Organizations = append(r.Organizations, rec)
		case *model.Guideline:
			r.Guidelines = append(r.Guidelines, rec)
		case *model.Agreement:
			r.Agreements = append(r.Agreements, rec)
		case *model.Group:
			r.Groups = append(r.Groups, rec)
		case *model.Representative:
			r.Representatives = append(r.Representatives, rec)
		case *model.Meeting:
			r.Meetings = append(r.Meetings, rec)
		case *model.Decision:
			r.Decisions = append(r.Decisions, rec)
		case *model.Issue:
			r.Issues = append(r.Issues, rec)
		case *model.Plan:
			r.Plans = append(r.Plans, rec)
		case *model.Followup:
			r.Followups = append(r.Followups, rec)
		}
	}
	r.indexTerms()
	r.indexReferences()
	r.indexMemberships()
	r.indexSteering()
	r.indexPlans()
	r.indexMeetings()
	r.sides = r.sidesOfOrganizations()
	return r
}

// Records returns every record, by kind and id.
func (r *Registry) Records() []model.Record { return r.records }

// OfKind returns the records of one kind, by id.
func (r *Registry) OfKind(k model.Kind) []model.Record {
	lo, _ := slices.BinarySearchFunc(r.records, k, func(rec model.Record, k model.Kind) int { return cmp.Compare(rec.Base().Ref.Kind, k) })
	hi, _ := slices.BinarySearchFunc(r.records, k+1, func(rec model.Record, k model.Kind) int { return cmp.Compare(rec.Base().Ref.Kind, k) })
	return r.records[lo:hi]
}

// Record finds a record by reference; a fragment is ignored. A former id of a
// record (`previously`) finds it too.
func (r *Registry) Record(ref model.Ref) (model.Record, bool) {
	if rec, ok := r.byID[ref.Kind][ref.ID]; ok {
		return rec, true
	}
	if now := r.previously[ref.Record()]; len(now) == 1 {
		return r.byID[now[0].Kind][now[0].ID], true
	}
	return nil, false
}

// IsUnread tells whether the file of a record is there and cannot be read, so that
// nobody can tell what it holds; a fragment is ignored.
func (r *Registry) IsUnread(ref model.Ref) bool { return r.unread[ref.Record()] }

// Unread are the records whose files cannot be read, by kind and id. A single file
// has a kind alone.
func (r *Registry) Unread() []model.Ref {
	return slices.SortedFunc(maps.Keys(r.unread), func(a, b model.Ref) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), strings.Compare(a.ID, b.ID))
	})
}

// Find returns the record that ref names if it is of the type T, such as
// *model.Organization.
func Find[T model.Record](r *Registry, ref model.Ref) (found T, ok bool) {
	rec, ok := r.Record(ref)
	if !ok {
		return found, false
	}
	found, ok = rec.(T)
	return found, ok
}

// Organization finds an organization.
func (r *Registry) Organization(ref model.Ref) (*model.Organization, bool) {
	return Find[*model.Organization](r, ref)
}

// Group finds a group.
func (r *Registry) Group(ref model.Ref) (*model.Group, bool) { return Find[*model.Group](r, ref) }

// Decision finds a decision.
func (r *Registry) Decision(ref model.Ref) (*model.Decision, bool) {
	return Find[*model.Decision](r, ref)
}

// FormerID returns the records that name ref among their former ids.
func (r *Registry) FormerID(ref model.Ref) []model.Ref { return r.previously[ref.Record()] }

// Referrers returns the records that refer to ref, by kind and id.
func (r *Registry) Referrers(ref model.Ref) []model.Ref { return r.referrers[ref.Record()] }

// ReplacedBy returns the records that say they replace ref.
func (r *Registry) ReplacedBy(ref model.Ref) []model.Ref { return r.replacedBy[ref.Record()] }

// Term finds a term of a list of the vocabulary.
func (r *Registry) Term(list, id string) (*model.TermEntry, bool) {
	t, ok := r.terms[list][id]
	return t, ok
}

// TermIDs returns the ids of a list of the vocabulary, sorted.
func (r *Registry) TermIDs(list string) []string {
	ids := make([]string, 0, len(r.terms[list]))
	for id := range r.terms[list] {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

func (r *Registry) indexTerms() {
	r.terms, r.unclear = map[string]map[string]*model.TermEntry{}, map[string]bool{}
	model.Walk(model.Fields(model.VocabularyKind), r.Vocabulary, model.ClassMap, func(v model.Visit) bool {
		var t *model.TermEntry
		switch e := v.Value.(type) {
		case *model.TermEntry:
			t = e
		case *model.AgeGroup:
			t = &e.TermEntry
		case *model.Channel:
			t = &e.TermEntry
		case *model.LegalRequirement:
			t = &e.TermEntry
		default:
			return true
		}
		list := v.Path[0].Key
		if r.terms[list] == nil {
			r.terms[list] = map[string]*model.TermEntry{}
		}
		switch id, ok := t.ID.Get(); {
		case !ok:
			r.unclear[list] = true
		case r.terms[list][string(id)] == nil:
			r.terms[list][string(id)] = t
		}
		return false
	})
}

func (r *Registry) indexReferences() {
	r.referrers = map[model.Ref][]model.Ref{}
	r.replacedBy = map[model.Ref][]model.Ref{}
	for _, rec := range r.records {
		from := rec.Base().Ref
		model.Walk(model.Fields(from.Kind), rec, model.ClassRef|model.ClassSignatory, func(v model.Visit) bool {
			to, ok := RefOf(v)
			if !ok {
				return true
			}
			target, ok := r.Record(to)
			if !ok {
				return true
			}
			ref := target.Base().Ref
			if l := r.referrers[ref]; len(l) == 0 || l[len(l)-1] != from {
				r.referrers[ref] = append(l, from)
			}
			if v.Path[0].Key == "replaces" {
				r.replacedBy[ref] = append(r.replacedBy[ref], from)
			}
			return true
		})
	}
}

// RefOf returns the reference that a visited value is, if it is one: a
// signatory may be a text instead.
func RefOf(v model.Visit) (model.Ref, bool) {
	switch p := v.Value.(type) {
	case *model.Ref:
		return *p, true
	case *model.Signatory:
		return p.Ref, !p.Ref.IsZero()
	}
	return model.Ref{}, false
}

// HasFragment tells whether a record has an entry with the id. Where one has
// none, or none that could be read, nobody can tell.
func (r *Registry) HasFragment(rec model.Record, id string) truth.Value {
	found := truth.No
	model.Walk(model.Fields(rec.Base().Ref.Kind), rec, model.ClassMap, func(v model.Visit) bool {
		switch entry, ok := model.EntryID(v); {
		case ok && entry == id:
			found = truth.Yes
		case !ok && v.Field.Map != nil && v.Field.Map.ID != nil:
			found = truth.Or(found, truth.CannotTell)
		}
		return found != truth.Yes
	})
	return found
}

// HasTerm tells whether a list of the vocabulary has a term. Where the list or
// the id of one of its terms could not be read, or the whole of it, nobody can
// tell.
func (r *Registry) HasTerm(list, id string) truth.Value {
	if _, ok := r.terms[list][id]; ok {
		return truth.Yes
	}
	if is, _ := model.Lookup(model.Fields(model.VocabularyKind), r.Vocabulary, list); is == model.Unknown || r.unclear[list] || r.unread[model.Ref{Kind: model.VocabularyKind}] {
		return truth.CannotTell
	}
	return truth.No
}

func (r *Registry) thresholds() *model.Thresholds {
	if r.Manifest.Thresholds.Is == model.Unknown {
		return &noneKnown
	}
	return &r.Manifest.Thresholds.V
}

// noneKnown are the thresholds of a vis.yaml whose thresholds could not be read
// at all: none of them is known, and none is absent.
var noneKnown = func() (all model.Thresholds) {
	v := reflect.ValueOf(&all).Elem()
	for i := range v.NumField() {
		v.Field(i).FieldByName("Is").SetUint(uint64(model.Unknown))
	}
	return all
}()

// Thresholds returns the project's own choices.
func (r *Registry) Thresholds() model.Thresholds { return *r.thresholds() }
