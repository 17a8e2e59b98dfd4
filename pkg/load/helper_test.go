package load_test

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// manifest is the least that makes a folder a registry.
const manifest = "schema: 1\nname: Prov\n"

// folder is a registry of the given files, in pairs of path and text.
func folder(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{"vis.yaml": {Data: []byte(manifest)}}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func read(t testing.TB, fsys fs.FS) *load.Result {
	t.Helper()
	res, err := load.Registry(context.Background(), fsys)
	require.NoError(t, err)
	return res
}

// pathOf is the path of a file that holds a record or a list of the kind.
func pathOf(k model.Kind) string {
	if file := k.Info().File; file != "" {
		return file
	}
	return k.Info().Folder + "/prov.yaml"
}

// say writes a finding on one line: file:line:col rule variant message.
func say(f *rule.Finding, lang text.Lang) string {
	variant := f.Variant
	if variant == "" {
		variant = "-"
	}
	return fmt.Sprintf("%s:%d:%d %s %s %s", f.File, f.At.Line, f.At.Column, f.Spec.ID, variant,
		text.Fill(f.Message().In(lang), f.Args, lang.Write))
}

// found are the findings about a group with the text, each as
// line:column-end rule variant. A finding within one line is all there is.
func found(t testing.TB, body string) []string {
	t.Helper()
	return short(read(t, folder("groups/prov.yaml", body)).Findings)
}

func short(findings []*rule.Finding) []string {
	out := []string{}
	for _, f := range findings {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d:%d-%d %s %s", f.At.Line, f.At.Column, f.At.EndColumn, f.Spec.ID, f.Variant)))
	}
	return out
}

// group decodes a group whose name and type stand before the text.
func group(t testing.TB, body string) (*model.Group, []string) {
	t.Helper()
	res := read(t, folder("groups/prov.yaml", "name: Prov\ntype: working\n"+body))
	require.Len(t, res.Registry.Groups, 1)
	return res.Registry.Groups[0], short(res.Findings)
}
