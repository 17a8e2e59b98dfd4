package load

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// Filled is the result with what another version of the registry has in the
// place of the files that could not be read, and those files. What was found
// stays as it is. Without such files it is the result itself.
func (r *Result) Filled(other *Result) (*Result, []string) {
	var files []string
	in := registry.Input{
		Manifest: r.Registry.Manifest, Vocabulary: r.Registry.Vocabulary, Acknowledged: r.Registry.Acknowledged,
		Records: r.Registry.Records(),
	}
	for _, file := range r.Unreadable() {
		d := other.documents[file]
		if d == nil || d.record == nil {
			in.Unread = append(in.Unread, r.documents[file].file.ref)
			continue
		}
		files = append(files, file)
		switch rec := d.record.(type) {
		case *model.ManifestFile:
			in.Manifest = rec
		case *model.Vocabulary:
			in.Vocabulary = rec
		case *model.Acknowledged:
			in.Acknowledged = rec
		case model.Record:
			in.Records = append(in.Records[:len(in.Records):len(in.Records)], rec)
		}
	}
	if len(files) == 0 {
		return r, nil
	}
	filled := *r
	filled.Registry = registry.New(in)
	return &filled, files
}
