package load

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// What the findings of wrong types say was expected.
var (
	expectMap    = text.Both{Sv: "en post med nycklar", En: "a map with keys"}
	expectText   = text.Both{Sv: "en text", En: "a text"}
	expectInt    = text.Both{Sv: "ett heltal utan citattecken", En: "a whole number without quotes"}
	expectNumber = text.Both{Sv: "ett tal, med decimalpunkt och utan citattecken", En: "a number, with a decimal point and without quotes"}
	expectBool   = text.Both{Sv: "true eller false", En: "true or false"}
	expectPeriod = text.Both{Sv: "ett årtal eller {from: …, until: …}", En: "a year or {from: …, until: …}"}
	expectAges   = text.Both{Sv: "all eller {from: …, to: …} i hela år", En: "all, or {from: …, to: …} in whole years"}
	expectID     = text.Both{Sv: "ett id", En: "an id"}
	expectDate   = text.Both{Sv: "ett datum", En: "a date"}
	expectLength = text.Both{Sv: "en tidslängd som P12M", En: "a duration such as P12M"}
	expectRef    = text.Both{Sv: "en hänvisning till en post", En: "a reference to a record"}
	expectWord   = text.Both{Sv: "ett av de ord som är tillåtna", En: "one of the words that are allowed"}

	firstTime = text.Both{Sv: "första gången står den här", En: "it first stands here"}
)

func expectedOf(f *model.Field) text.Both {
	switch f.Class {
	case model.ClassDate:
		return expectDate
	case model.ClassDuration:
		return expectLength
	case model.ClassRef, model.ClassSignatory:
		return expectRef
	case model.ClassWord, model.ClassSaid:
		return expectWord
	case model.ClassTerm, model.ClassSlug:
		return expectID
	case model.ClassInt:
		return expectInt
	case model.ClassFloat:
		return expectNumber
	case model.ClassBool:
		return expectBool
	}
	return expectText
}
