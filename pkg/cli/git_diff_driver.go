package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) gitDiffDriverCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: a.pick("git-diff-driver SÖKVÄG [FIL HEX LÄGE FIL HEX LÄGE [NY-SÖKVÄG VAD]]",
			"git-diff-driver PATH [FILE HEX MODE FILE HEX MODE [NEW-PATH WHAT]]"),
		Short: a.pick("Visar ändringar i sak i ”git diff”; körs av git", "Shows changes of substance in “git diff”; run by git"),
		Long: a.pick(`Låter ”git diff” visa ändringar i registret som ”vis diff” gör, i stället för rad för rad.
Två rader slår på det. Kör dem i det arkiv som har mappen registry:

`+driverSetUp+`

Sedan visar git diff ändringar i sak, och git log -p --ext-diff likaså. Med
git diff --no-ext-diff syns raderna som förut. En fil som inte hör till ett register, eller
som inte går att läsa, visas rad för rad.

Git ger en fil i taget. Namn på andra poster hämtas ur registret i arbetskatalogen; finns
inget står posternas id.`,
			`Makes “git diff” show changes to the registry as “vis diff” does, and not line by line.
Two lines switch it on. Run them in the repository that has the folder registry:

`+driverSetUp+`

Then git diff shows changes of substance, and so does git log -p --ext-diff. With
git diff --no-ext-diff the lines are shown as before. A file that is not of a registry, or
that cannot be read, is shown line by line.

Git gives one file at a time. The names of other records come from the registry in the
working tree; where there is none, ids stand in their place.`),
		Args: a.arguments(1, 9, text.Both{Sv: "det som git ger det", En: "what git gives it"}),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error { return a.gitDiffDriver(c.Context(), args) },
	}
	cmd.Flags().SetInterspersed(false) // what follows is git's, whatever it looks like
	return cmd
}

// driverSetUp are the two lines that make git show differences with this program.
const driverSetUp = `  echo '*.yaml diff=vis' >> registry/.gitattributes
  git config diff.vis.command 'vis git-diff-driver'`

// blob is one side of a file, as git hands it over.
type blob struct {
	path string // from the top of the work tree
	mode string
	data []byte // nil where there is no file on this side
}

// gitDiffDriver shows one file that differs, as git asks: see
// GIT_EXTERNAL_DIFF in git(1). Git takes any exit code but 0 for a crash.
func (a *app) gitDiffDriver(_ context.Context, args []string) error {
	switch len(args) {
	case 1:
		_, err := fmt.Fprintln(a.out(), render.Safe(unmerged.Say(a.lang, text.Args{"path": args[0]})))
		return err
	case 7, 8, 9:
	default:
		return a.usage(text.NeedsArgument, text.Args{"what": text.Both{Sv: "det som git ger det", En: "what git gives it"}, "usage": "vis git-diff-driver " + a.pick("SÖKVÄG", "PATH") + " …"})
	}
	base, err := a.blob(args[0], args[1], args[3])
	if err != nil {
		return err
	}
	now := args[0]
	if len(args) > 7 { // it was renamed or copied
		now = args[7]
	}
	head, err := a.blob(now, args[4], args[6])
	if err != nil {
		return err
	}
	shown, err := a.showVersions(base, head)
	if err != nil || shown {
		return err
	}
	heading := "diff --git a/" + base.path + " b/" + head.path
	if _, err := fmt.Fprintln(a.out(), a.pagerStyle().Strong(render.Safe(heading))); err != nil {
		return err
	}
	return render.LineDiff(a.out(), a.pagerStyle(), a.lang, label("a/", base), label("b/", head), base.data, head.data)
}

var unmerged = text.Both{Sv: "* {path} är inte sammanslagen", En: "* {path} is not merged"}

// label is what git calls a side.
func label(prefix string, b blob) string {
	if b.data == nil {
		return "/dev/null"
	}
	return prefix + b.path
}

// blob reads one side.
func (a *app) blob(name, file, mode string) (blob, error) {
	b := blob{path: name, mode: mode}
	if file == "/dev/null" || mode == "." {
		b.mode = ""
		return b, nil
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(a.Dir, file)
	}
	data, err := os.ReadFile(file)
	if data == nil {
		data = []byte{}
	}
	b.data = data
	return b, err
}

// showVersions shows two versions of a record in terms of the cooperation. It
// shows nothing where one of them is of no registry or cannot be read.
func (a *app) showVersions(base, head blob) (shown bool, err error) {
	record := func(b blob) (any, bool) {
		if b.data == nil {
			return nil, true
		}
		file, ok := a.inRegistry(b.path)
		if !ok || !strings.HasPrefix(b.mode, "100") {
			return nil, false
		}
		return legible(file, b.data)
	}
	was, ok := record(base)
	is, ok2 := record(head)
	if !ok || !ok2 {
		return false, nil
	}
	c := alone()
	if dir, ok := a.registryOf(head.path); ok {
		root, err := a.openFolder(dir)
		if err != nil {
			return false, err
		}
		defer root.Close()
		c = companyIn(root)
	}
	if c.manifest != nil {
		a.speak(c.manifest)
	}
	d, err := a.versions(c, was, is)
	if err != nil {
		return false, err
	}
	s := render.Section{Heading: head.path}
	if base.path != head.path {
		s.Heading = base.path + " → " + head.path
	}
	for _, part := range render.DiffSections(d.Tell(a.lang), a.lang) {
		s.Items = append(s.Items, part.Items...)
	}
	if base.mode != head.mode && base.data != nil && head.data != nil {
		s.Items = append(s.Items, render.Words(render.Remark, modeChanged.Say(a.lang, text.Args{"before": base.mode, "after": head.mode})))
	}
	if len(s.Items) == 0 && !bytes.Equal(base.data, head.data) {
		s.Items = append(s.Items, render.Words(render.Remark, onlyLayout.In(a.lang)))
	}
	out := a.out()
	if err := (render.DocText{Style: a.pagerStyle(), Width: a.pagerWidth()}).Write(out, render.Doc{Sections: []render.Section{s}}); err != nil {
		return false, err
	}
	_, err = fmt.Fprintln(out)
	return true, err
}

var (
	onlyLayout  = text.Both{Sv: "ingen ändring i sak: bara layout, ordning eller kommentarer", En: "no change of substance: only layout, order or comments"}
	modeChanged = text.Both{Sv: "filens rättigheter: {before} → {after}", En: "mode of the file: {before} → {after}"}
)

// registryOf is the folder of the registry in the working tree that holds a
// path from the top of it.
func (a *app) registryOf(name string) (string, bool) {
	if dir := a.flags.registry; dir != "" {
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(a.Dir, dir)
		}
		return dir, isRegistry(dir)
	}
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		if full := filepath.Join(a.Dir, filepath.FromSlash(dir)); filepath.IsLocal(filepath.FromSlash(dir)) && isRegistry(full) {
			return full, true
		}
		if dir == "." || dir == "/" {
			return "", false
		}
	}
}

// inRegistry is a path relative to the registry that holds it: the one in the
// working tree, else the folder above the first that is called as a folder of
// records is.
func (a *app) inRegistry(name string) (file string, ok bool) {
	if dir, ok := a.registryOf(name); ok {
		if rel, err := filepath.Rel(dir, filepath.Join(a.Dir, filepath.FromSlash(name))); err == nil && filepath.IsLocal(rel) {
			file = filepath.ToSlash(rel)
			_, ok = load.RefOf(file)
			return file, ok
		}
	}
	return guessFile(name)
}

// guessFile is the end of a path that is a file of a registry, as long as can be.
func guessFile(name string) (file string, ok bool) {
	for {
		if _, ok := load.RefOf(name); ok {
			return name, true
		}
		_, rest, found := strings.Cut(name, "/")
		if !found {
			return "", false
		}
		name = rest
	}
}

// pagerStyle is style for what git hands to its pager, which is no terminal and
// shows colours all the same.
func (a *app) pagerStyle() render.Style {
	if a.flags.color == "auto" && a.inPager() && a.Getenv("NO_COLOR") == "" && a.Getenv("TERM") != "dumb" {
		return render.NewStyle(true)
	}
	return a.style()
}

// pagerWidth is width for the same.
func (a *app) pagerWidth() int {
	if n, err := strconv.Atoi(a.Getenv("COLUMNS")); err == nil && n > 0 && a.inPager() {
		return n
	}
	return a.width()
}

// inPager reports whether git says that it has started a pager.
func (a *app) inPager() bool { return a.flags.output == "" && a.Getenv("GIT_PAGER_IN_USE") == "true" }
