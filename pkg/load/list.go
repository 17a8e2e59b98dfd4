package load

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// file is one file to read: its path tells its kind and its id.
type file struct {
	path string
	ref  model.Ref // the zero ID for the files at the top
}

// list finds the files of a registry in order. What looks like a record but
// lies where none is read is a finding, so that nothing is passed over in silence.
func list(fsys fs.FS) (files []file, findings []*rule.Finding, err error) {
	top, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, err
	}
	folders := map[string]model.Kind{}
	for _, k := range model.RecordKinds() {
		folders[k.Info().Folder] = k
	}
	for _, e := range top {
		name := e.Name()
		kind, known := folders[name]
		single, isTop := topFile(name)
		switch {
		case strings.HasPrefix(name, "."), name == "queries" && e.IsDir():
		case e.Type()&fs.ModeSymlink != 0:
			findings = append(findings, misplaced("symlink", name, nil))
		case isTop && e.IsDir():
			findings = append(findings, misplaced("folder", name, nil))
		case isTop:
			files = append(files, file{name, model.Ref{Kind: single}})
		case known && e.IsDir():
			f, bad := walk(fsys, name, kind)
			files, findings = append(files, f...), append(findings, bad...)
		case e.IsDir():
			if holdsYAML(fsys, name) {
				nearest := nearestFolder(name)
				variant := "unknown-folder"
				if nearest != "" {
					variant = "near-folder"
				}
				findings = append(findings, misplaced(variant, name, text.Args{"nearest": nearest}))
			}
		case isYAML(name):
			findings = append(findings, misplaced("unknown-file", name, nil))
		}
	}
	return files, findings, nil
}

// walk finds the records of one kind.
func walk(fsys fs.FS, folder string, kind model.Kind) (files []file, findings []*rule.Finding) {
	err := fs.WalkDir(fsys, folder, func(p string, e fs.DirEntry, err error) error {
		base := path.Base(p)
		switch {
		case err != nil:
			findings = append(findings, misplaced("unreadable", p, text.Args{"error": reason(err)}))
			return nil
		case p == folder:
			return nil
		case strings.HasPrefix(base, "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.Type()&fs.ModeSymlink != 0:
			findings = append(findings, misplaced("symlink", p, nil))
		case e.IsDir():
			if isYAML(base) {
				findings = append(findings, misplaced("folder", p, nil))
				return fs.SkipDir
			}
		case strings.HasSuffix(base, ".yml"):
			findings = append(findings, misplaced("yml", p, text.Args{"better": strings.TrimSuffix(p, ".yml") + ".yaml"}))
		case strings.HasSuffix(base, ".yaml"):
			id := strings.TrimSuffix(strings.TrimPrefix(p, folder+"/"), ".yaml")
			files = append(files, file{p, model.Ref{Kind: kind, ID: id}})
		case strings.EqualFold(path.Ext(base), ".yaml"):
			findings = append(findings, misplaced("yml", p, text.Args{"better": p[:len(p)-5] + ".yaml"}))
		}
		return nil
	})
	if err != nil {
		findings = append(findings, misplaced("unreadable", folder, text.Args{"error": reason(err)}))
	}
	return files, findings
}

func misplaced(variant, p string, args text.Args) *rule.Finding {
	return &rule.Finding{Spec: yamlUnreadable, Severity: rule.Error, Place: rule.Place{File: p}, Variant: variant, Args: args}
}

// reason is an error without the path, which the finding tells already.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return err.Error()
}

func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// topFile is the kind of a file at the top of a registry.
func topFile(name string) (model.Kind, bool) {
	for _, k := range model.FileKinds() {
		if k.Info().File == name {
			return k, true
		}
	}
	return model.NoKind, false
}

func holdsYAML(fsys fs.FS, folder string) bool {
	found := false
	fs.WalkDir(fsys, folder, func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && isYAML(p) {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

func nearestFolder(name string) string {
	if k, ok := model.KindNamed(name); ok {
		return k.Info().Folder
	}
	var names []string
	for _, k := range model.RecordKinds() {
		names = append(names, k.Info().Folder)
	}
	return text.Nearest(name, names)
}
