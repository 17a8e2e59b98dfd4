package edit

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// start is what a new repository with a registry begins with. A line that begins
// with sv| or en| is there in that language only. A name that begins with "dot-"
// begins with a dot where it is written: here it must not have any say.
//
//go:embed start
var start embed.FS

// StartFolder is the folder of the registry in a new repository.
const StartFolder = "registry"

// Start is what a new registry is told of itself.
type Start struct {
	Name   string
	County string // code of two digits; "" where it is not known
	Lang   text.Lang
	Today  edtf.Day // the date of the examples
}

// Files are the files of a new repository with a registry, sorted by path, but
// vis.yaml last: until it is there, nobody takes the folder for a registry. The
// files of the registry are in canonical form.
func (s Start) Files() ([]Change, error) {
	name, err := plain(s.Name)
	if err != nil {
		return nil, err
	}
	county := "unknown"
	if s.County != "" {
		county = `"` + s.County + `"`
	}
	fill := strings.NewReplacer("{name}", name, "{title}", render.MarkdownText(s.Name), "{language}", string(s.Lang), "{county}", county, "{today}", s.Today.String())
	var changes []Change
	err = fs.WalkDir(start, "start", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := start.ReadFile(file)
		if err != nil {
			return err
		}
		data = []byte(fill.Replace(only(s.Lang, string(data))))
		to := strings.ReplaceAll(strings.TrimPrefix(file, "start/"), "dot-", ".")
		if record, ok := strings.CutPrefix(to, StartFolder+"/"); ok {
			if data, err = Format(record, data); err != nil {
				return fmt.Errorf("edit: %s: %w", file, err)
			}
		}
		changes = append(changes, Change{Path: to, After: data})
		return nil
	})
	manifest := path.Join(StartFolder, model.Manifest.Info().File)
	slices.SortStableFunc(changes, func(a, b Change) int {
		switch {
		case a.Path == manifest:
			return 1
		case b.Path == manifest:
			return -1
		}
		return strings.Compare(a.Path, b.Path)
	})
	return changes, err
}

// plain writes a text as a YAML value on one line.
func plain(s string) (string, error) {
	b, err := yaml.Marshal(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s})
	return string(bytes.TrimSpace(b)), err
}

// only leaves the lines of one language, and those of no language.
func only(lang text.Lang, s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		mark, rest, marked := strings.Cut(line, "|")
		switch {
		case !marked || mark != string(text.Swedish) && mark != string(text.English):
			b.WriteString(line)
		case mark == string(lang):
			b.WriteString(rest)
		}
	}
	return b.String()
}
