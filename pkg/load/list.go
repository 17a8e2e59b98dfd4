package load

import (
	"io/fs"
	"path"
	"slices"
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
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, err
	}
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == model.Manifest.Info().File }) {
		return nil, nil, &NotARegistryError{}
	}
	folders := map[string]model.Kind{}
	for _, k := range model.RecordKinds() {
		folders[k.Info().Folder] = k
	}
	for _, e := range entries {
		name := e.Name()
		kind, known := folders[name]
		single, isTop := topFile(name)
		switch {
		case strings.HasPrefix(name, "."), name == "queries" && e.IsDir():
		case e.Type()&fs.ModeSymlink != 0:
			findings = append(findings, misplaced("symlink", name, nil))
		case e.IsDir() && isYAML(name):
			findings = append(findings, misplaced("folder", name, text.Args{"file": name}))
		case isTop && !e.Type().IsRegular():
			findings = append(findings, misplaced("special", name, nil))
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
			if _, isTop := topFile(better(name)); isTop {
				findings = append(findings, misplaced("yml", name, text.Args{"better": better(name)}))
			} else {
				findings = append(findings, misplaced("unknown-file", name, nil))
			}
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
				findings = append(findings, misplaced("folder", p, text.Args{"file": base}))
				return fs.SkipDir
			}
		case !isYAML(base):
		case !e.Type().IsRegular():
			findings = append(findings, misplaced("special", p, nil))
		case p != better(p):
			findings = append(findings, misplaced("yml", p, text.Args{"better": better(base)}))
		default:
			id := strings.TrimSuffix(strings.TrimPrefix(p, folder+"/"), ".yaml")
			files = append(files, file{p, model.Ref{Kind: kind, ID: id}})
		}
		return nil
	})
	if err != nil {
		findings = append(findings, misplaced("unreadable", folder, text.Args{"error": reason(err)}))
	}
	return files, findings
}

// misplaced is a finding about a file or folder that is not read at all.
func misplaced(variant, p string, args text.Args) *rule.Finding {
	return &rule.Finding{Spec: yamlUnreadable, Severity: yamlUnreadable.Severity, Place: rule.Place{File: p, At: top}, Variant: variant, Args: args}
}

func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// better is a name with the ending that is read.
func better(name string) string { return strings.TrimSuffix(name, path.Ext(name)) + ".yaml" }

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
