package load

import (
	"bytes"
	"path"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// RefOf is what a file is, by its path relative to the registry: a record, or
// one of the files at the top, which has a kind and no id. It is not ok where
// neither lies.
func RefOf(file string) (ref model.Ref, ok bool) {
	if kind, ok := topFile(file); ok {
		return model.Ref{Kind: kind}, true
	}
	folder, rest, _ := strings.Cut(file, "/")
	kind, known := model.KindNamed(folder)
	if !known || kind.Info().Folder != folder || path.Ext(rest) != ".yaml" || path.Clean(file) != file {
		return model.Ref{}, false
	}
	for name := range strings.SplitSeq(rest, "/") {
		if strings.HasPrefix(name, ".") {
			return model.Ref{}, false
		}
	}
	return model.Ref{Kind: kind, ID: strings.TrimSuffix(rest, ".yaml")}, true
}

// One reads the text of one file, without the registry that it belongs to. name
// is its path relative to that, which must be one that RefOf knows. The record is
// nil where the text could not be read, which the findings tell.
func One(name string, data []byte) (record any, findings []*rule.Finding) {
	ref, ok := RefOf(name)
	if !ok {
		return nil, nil
	}
	d := &document{file: file{name, ref}}
	if len(data) > maxFile {
		d.tooLarge()
		return nil, d.findings
	}
	if root := d.parseText(bytes.TrimPrefix(data, []byte("\ufeff"))); root != nil {
		d.decode(root)
	}
	d.countTheRest()
	rule.Sort(d.findings)
	return d.record, d.findings
}
