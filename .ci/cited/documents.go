package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
)

// document is an archived text that lines are cited of.
type document struct {
	source  string // id of the source record
	file    string
	lines   []string
	outline outline
	checked int // cited lines that were opened
}

// readDocuments reads the archive and finds the source record of each document
// by the document's hash. Both ways must fit: a document without a record, and
// a record whose document is not there, are faults.
func readDocuments(archive fs.FS, sources []*model.Source) (docs map[string]*document, faults []string, err error) {
	byHash := map[string]*model.Source{}
	for _, s := range sources {
		if hash, ok := s.SHA256.Get(); ok {
			byHash[hash] = s
		}
	}
	files, err := fs.Glob(archive, "*.txt")
	if err != nil {
		return nil, nil, err
	}
	if len(files) == 0 {
		return nil, nil, fmt.Errorf("the folder of documents is missing or holds no *.txt")
	}
	docs = map[string]*document{}
	for _, file := range files {
		data, err := fs.ReadFile(archive, file)
		if err != nil {
			return nil, nil, err
		}
		sum := sha256.Sum256(data)
		hash := hex.EncodeToString(sum[:])
		s, ok := byHash[hash]
		if !ok {
			faults = append(faults, fmt.Sprintf("%s: no source record has its hash, sha256: %s", file, hash))
			continue
		}
		id := s.Ref.ID
		lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
		docs[id] = &document{source: id, file: file, lines: lines, outline: parseOutline(lines)}
	}
	for _, s := range sources {
		// What has an address on the web is not archived here.
		if hash, ok := s.SHA256.Get(); ok && !s.URL.Given() && docs[s.Ref.ID] == nil {
			faults = append(faults, fmt.Sprintf("%s: no document has the hash of source/%s, sha256: %s", s.File, s.Ref.ID, hash))
		}
	}
	return docs, faults, nil
}

// line returns a line from 1, as it stands.
func (d *document) line(n int) (string, bool) {
	if n < 1 || n > len(d.lines) {
		return "", false
	}
	return strings.TrimSuffix(d.lines[n-1], "\r"), true
}

// sorted returns the documents by source id.
func sorted(docs map[string]*document) []*document {
	return slices.SortedFunc(maps.Values(docs), func(a, b *document) int { return strings.Compare(a.source, b.source) })
}
