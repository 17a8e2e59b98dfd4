package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// out is where the command's result goes: standard output, or the file of
// --output, which is written when the command is done.
func (a *app) out() io.Writer {
	if a.flags.output == "" {
		return a.stdout
	}
	if a.file == nil {
		a.file = &bytes.Buffer{}
	}
	return a.file
}

// writeFile writes the file of --output: whole, or not at all.
func (a *app) writeFile() error {
	if a.file == nil {
		return nil
	}
	name := a.flags.output
	if !filepath.IsAbs(name) {
		name = filepath.Join(a.Dir, name)
	}
	if err := replaceFile(name, a.file.Bytes()); err != nil {
		return a.cannotWrite(a.flags.output, err)
	}
	return nil
}

// cannotWrite says that the result, or a part of it, is lost.
func (a *app) cannotWrite(name string, err error) error {
	return errors.New(a.lang.Say(text.CannotWrite, text.Args{"file": name, "error": cause(err)}))
}

// replaceFile writes a file beside the one of that name and then puts it in
// its place. What is no plain file, such as a pipe or /dev/null, is written to.
func replaceFile(name string, data []byte) (err error) {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	mode := os.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return os.WriteFile(name, data, 0)
		}
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// formatsKey is the annotation that lists a command's formats.
const formatsKey = "formats"

// inFormats says which formats a command writes, the usual one first.
func inFormats(cmd *cobra.Command, formats ...string) *cobra.Command {
	cmd.Annotations = map[string]string{formatsKey: strings.Join(formats, " ")}
	return cmd
}

// formatsOf are the formats that a command writes.
func formatsOf(cmd *cobra.Command) []string { return strings.Fields(cmd.Annotations[formatsKey]) }

// format is the format asked for by --format, or by the ending of --output;
// the usual one of the command otherwise.
func (a *app) format(cmd *cobra.Command) (string, error) {
	formats := formatsOf(cmd)
	want := a.flags.format
	if want == "" && a.flags.output != "" {
		want = formatOfEnding(a.flags.output)
	}
	if want == "" {
		return formats[0], nil
	}
	for _, f := range formats {
		if f == want {
			return f, nil
		}
	}
	return "", a.usage(text.BadFormat, text.Args{"value": want, "allowed": text.Or(formats)})
}

// formatOfEnding is the format that the ending of a file name asks for; "" for
// the usual one.
func formatOfEnding(name string) string {
	switch ext := filepath.Ext(name); {
	case ext == "", ext == ".txt":
		return ""
	case ext == ".md":
		return "markdown"
	case ext == ".xml":
		return "junit"
	case ext == ".htm":
		return "html"
	case ext == ".mmd":
		return "mermaid"
	case ext == ".gv":
		return "dot"
	case strings.HasSuffix(name, ".sarif.json"):
		return "sarif"
	default:
		return ext[1:]
	}
}

// style tells whether to colour.
func (a *app) style() render.Style {
	switch a.flags.color {
	case "always":
		return render.NewStyle(true)
	case "never":
		return render.NewStyle(false)
	}
	return render.NewStyle(a.Terminal && a.flags.output == "" && a.Getenv("NO_COLOR") == "" && a.Getenv("TERM") != "dumb")
}

// width is the width to wrap at; 0 where the result does not go to a terminal.
func (a *app) width() int {
	if a.flags.output != "" {
		return 0
	}
	return a.Width
}
