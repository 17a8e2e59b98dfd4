package model

import (
	"reflect"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Standing is what the envelope of a guideline's parameter says of it.
type Standing struct {
	Status   Val[Word]
	Decision Val[Ref]
	From     Val[edtf.Date]
	Until    Val[edtf.Date]
}

// StandingOf returns the standing of a parameter. ok is false for a visited map
// that is not the envelope of one.
func StandingOf(v Visit) (s Standing, ok bool) {
	if v.Field.Map == nil {
		return s, false
	}
	if f, found := v.Field.Map.Field("status"); !found || f.Enum != "parameter-status" {
		return s, false
	}
	envelope := reflect.ValueOf(v.Value).Elem()
	return Standing{
		Status:   envelope.FieldByName("Status").Interface().(Val[Word]),
		Decision: envelope.FieldByName("Decision").Interface().(Val[Ref]),
		From:     envelope.FieldByName("From").Interface().(Val[edtf.Date]),
		Until:    envelope.FieldByName("Until").Interface().(Val[edtf.Date]),
	}, true
}
