package rule

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// At is a place in a record, by keys (string) and positions (int).
func At(rec model.Record, parts ...any) Place {
	return Place{Record: rec.Base().Ref, File: rec.Base().File, Path: model.Path{}.At(parts...)}
}

// AtKey is the key in a record that something absent is missing from.
func AtKey(rec model.Record, parts ...any) Place {
	p := At(rec, parts...)
	p.Key = true
	return p
}

// AtPath is a place in a record at a path that a walk met. It copies the path.
func AtPath(rec model.Record, path model.Path) Place {
	return Place{Record: rec.Base().Ref, File: rec.Base().File, Path: path.At()}
}

// InFile is a place in one of the files vis.yaml, vocabulary.yaml and
// acknowledged.yaml.
func InFile(kind model.Kind, parts ...any) Place {
	return Place{File: kind.Info().File, Path: model.Path{}.At(parts...)}
}

// Found is a finding of the usual variant.
func Found(p Place, args text.Args, distinct ...string) *Finding {
	return &Finding{Place: p, Args: args, Distinct: distinct}
}

// FoundAs is a finding of a named variant.
func FoundAs(variant string, p Place, args text.Args, distinct ...string) *Finding {
	return &Finding{Variant: variant, Place: p, Args: args, Distinct: distinct}
}

// Beside is another place that a finding concerns, with a word on why.
func Beside(p Place, sv, en string) Related {
	return Related{Place: p, Message: text.Both{Sv: sv, En: en}}
}
