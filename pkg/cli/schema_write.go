package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/export"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// What --vscode writes, relative to the folder that is opened.
const (
	vscodeSchemas  = ".vscode/vis"
	vscodeSettings = ".vscode/settings.json"
)

var (
	schemaOutside = text.Both{
		Sv: "registret {dir} ligger utanför mappen {here}; stå i den mapp som öppnas i redigeraren, med registret i den",
		En: "the registry {dir} lies outside the folder {here}; stand in the folder that is opened in the editor, with the registry in it",
	}
	schemaForeign = text.Both{
		Sv: "{file} finns redan och är inget schema från vis; flytta filen, eller välj en annan mapp med --write",
		En: "{file} exists and is no schema from vis; move the file, or choose another folder with --write",
	}
	schemaWritten = text.Both{
		Sv: "{n|ett schema|# scheman} skrevs i {dir}.",
		En: "Wrote {n|one schema|# schemas} in {dir}.",
	}
	schemaSettings = text.Both{
		Sv: "Inställningen står i {file}. Visual Studio Code behöver tillägget YAML (redhat.vscode-yaml).",
		En: "The setting is in {file}. Visual Studio Code needs the extension YAML (redhat.vscode-yaml).",
	}
	schemaSettingsThere = text.Both{
		Sv: "{file} finns redan och har inte ändrats. Lägg till det här i den:",
		En: "{file} exists and has not been changed. Add this to it:",
	}
)

// writeSchemas writes the schema of every kind to a folder and, for Visual Studio
// Code, the setting that names them. Nothing else that is there is written over.
func (a *app) writeSchemas(f schemaFlags) error {
	dir, registry := f.write, ""
	if f.vscode {
		var err error
		if registry, err = a.registryBelow(); err != nil {
			return err
		}
	}
	switch {
	case f.vscode && dir == "":
		dir = vscodeSchemas
	case dir == "":
		return a.usage(text.FlagNeedsValue, text.Args{"name": "--write"})
	}
	files, err := a.schemaFiles(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := a.isOurs(f.Path, `"$id": "`+export.SchemaIDs, schemaForeign); err != nil {
			return err
		}
	}
	for _, f := range files {
		if err := a.writeBelow(f.Path, f.After); err != nil {
			return err
		}
	}
	if !a.flags.quiet {
		fmt.Fprintln(a.out(), schemaWritten.Say(a.lang, text.Args{"n": len(files), "dir": dir}))
	}
	if f.vscode {
		return a.writeSettings(dir, registry)
	}
	return nil
}

// schemaFiles are the schemas of every kind, in a folder.
func (a *app) schemaFiles(dir string) ([]edit.Change, error) {
	var files []edit.Change
	for _, k := range fileKinds() {
		var b bytes.Buffer
		if err := render.JSON(&b, export.Schema(k, a.lang)); err != nil {
			return nil, err
		}
		files = append(files, edit.Change{Path: path.Join(filepath.ToSlash(dir), schemaFile(k)), After: b.Bytes()})
	}
	return files, nil
}

// schemaFile is the file of a kind's schema.
func schemaFile(k model.Kind) string { return k.String() + ".schema.json" }

// registryBelow is the path of the registry from the working directory, which
// the globs of the setting are relative to.
func (a *app) registryBelow() (string, error) {
	dir, err := a.find()
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(a.Dir, dir)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", &usageError{schemaOutside.Say(a.lang, text.Args{"dir": dir, "here": a.Dir})}
	}
	return filepath.ToSlash(rel), nil
}

// isOurs refuses a file that exists and does not hold the mark of those that
// this program writes.
func (a *app) isOurs(name, mark string, foreign text.Both) error {
	data, err := os.ReadFile(a.below(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !bytes.Contains(data, []byte(mark)):
		return &usageError{foreign.Say(a.lang, text.Args{"file": name})}
	}
	return nil
}

func (a *app) below(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(a.Dir, filepath.FromSlash(name))
}

func (a *app) writeBelow(name string, data []byte) error {
	full := a.below(name)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		return a.cannotWrite(name, err)
	}
	if err := replaceFile(full, data); err != nil {
		return a.cannotWrite(name, err)
	}
	return nil
}

// settings is the part of an editor's settings that says which schema is for
// which files. A path with ./ in front is one in the folder that is opened.
func settings(dir, registry string) model.Pairs {
	dir = path.Clean(filepath.ToSlash(dir))
	if !filepath.IsAbs(dir) {
		dir = "./" + dir
	}
	globs := model.Pairs{}
	for _, k := range fileKinds() {
		globs = append(globs, model.Pair{Key: dir + "/" + schemaFile(k), Value: globOf(k, registry)})
	}
	return model.Pairs{{Key: "yaml.schemas", Value: globs}}
}

// globOf are the files of a kind, as the editor finds them. It looks in every
// folder for what has no folder in front, and groups/vis.yaml is a group.
func globOf(k model.Kind, registry string) any {
	file := k.Info().File
	if file == "" || registry != "." {
		return path.Join(registry, export.Glob(k))
	}
	var folders []string
	for _, other := range model.RecordKinds() {
		folders = append(folders, other.Info().Folder)
	}
	return []string{file, "!{" + strings.Join(folders, ",") + "}/**/" + file}
}

// writeSettings writes the setting where there are no settings, and otherwise
// shows what to add to them.
func (a *app) writeSettings(dir, registry string) error {
	var b bytes.Buffer
	if err := render.JSON(&b, settings(dir, registry)); err != nil {
		return err
	}
	there, err := os.ReadFile(a.below(vscodeSettings))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := a.writeBelow(vscodeSettings, b.Bytes()); err != nil {
			return err
		}
	case err != nil:
		return err
	case !namesSchemas(there):
		fmt.Fprintln(a.Err, schemaSettingsThere.Say(a.lang, text.Args{"file": vscodeSettings}))
		_, err := a.out().Write(b.Bytes())
		return err
	}
	if a.flags.quiet {
		return nil
	}
	_, err = fmt.Fprintln(a.out(), schemaSettings.Say(a.lang, text.Args{"file": vscodeSettings}))
	return err
}

// namesSchemas reports whether settings name the schema of every kind already.
func namesSchemas(there []byte) bool {
	for _, k := range fileKinds() {
		if !bytes.Contains(there, []byte("/"+schemaFile(k)+`"`)) {
			return false
		}
	}
	return true
}
