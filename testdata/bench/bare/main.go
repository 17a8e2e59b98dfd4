// Command bare is what `vis validate` is measured against: it decodes every
// YAML file of a registry strictly, with the same library, on all processors,
// and does nothing else.
//
// What is fair? The library's own strictness (KnownFields) works on structs
// only, so each kind has a struct with its keys, made from the field table; a
// key that the model lacks, a key that stands twice, or a map in place of a
// text ends the program, as it would end any that trusts the library. What is
// decoded is kept, as a program that means to use it must. There are no
// positions, no references, no dates, no messages: everything vis does beyond
// this counts against vis.
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: bare REGISTRY")
		os.Exit(2)
	}
	n, err := decodeAll(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "bare:", err)
		os.Exit(3)
	}
	fmt.Println(n, "files decoded")
}

// types gives the type that the files of each top folder, or a file at the
// top, decode into.
func types() map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for _, k := range model.FileKinds() {
		out[k.Info().File] = typeOf(model.Fields(k))
	}
	for _, k := range model.RecordKinds() {
		out[k.Info().Folder] = typeOf(model.Fields(k))
	}
	return out
}

func decodeAll(dir string) (int, error) {
	kinds := types()
	var paths []string
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(p, ".yaml") {
			paths = append(paths, p)
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	kept := make([]any, len(paths))
	failed := make([]error, runtime.GOMAXPROCS(0))
	var next atomic.Int64
	var group sync.WaitGroup
	for worker := range failed {
		group.Go(func() {
			for failed[worker] == nil {
				i := int(next.Add(1)) - 1
				if i >= len(paths) {
					return
				}
				kept[i], failed[worker] = decode(dir, paths[i], kinds)
			}
		})
	}
	group.Wait()
	for _, err := range failed {
		if err != nil {
			return 0, err
		}
	}
	runtime.KeepAlive(kept)
	return len(kept), nil
}

func decode(dir, path string, kinds map[string]reflect.Type) (any, error) {
	rel, err := filepath.Rel(dir, path)
	if err != nil {
		return nil, err
	}
	top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	kind, ok := kinds[top]
	if !ok {
		return nil, fmt.Errorf("%s: no kind of record has its files there", rel)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	record := reflect.New(kind).Interface()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(record); err != nil {
		return nil, fmt.Errorf("%s: %w", rel, err)
	}
	return record, nil
}
