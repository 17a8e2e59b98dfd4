package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

type initFlags struct{ name, county string }

func (a *app) initCommand() *cobra.Command {
	var f initFlags
	cmd := &cobra.Command{
		Use:   a.pick("init MAPP", "init DIR"),
		Short: a.pick("Lägger upp ett nytt register", "Begins a new registry"),
		Long: a.pick(`Lägger upp ett nytt register i MAPP, som blir toppen av ett eget git-arkiv. Registret ligger i
mappen registry i den: inställningar, begrepp, en riktlinje att fylla i, och exempel att
kopiera och byta ut: en källa, en organisation på vardera sidan, en grupp och en
överenskommelse. Bredvid står det som prövar varje ändring i GitHub och GitLab, och
inställningar för git och Visual Studio Code. Texterna får språket i --lang.

Registret är giltigt från början och säger inget om något verkligt län. MAPP får inte innehålla
något annat än .git; ingenting skrivs över. Avbryts skrivningen finns inget register, eller
hela.`,
			`Begins a new registry in DIR, which becomes the top of a git repository of its own. The
registry is in the folder registry in it: settings, terms, a guideline to fill in, and
examples to copy and replace: a source, an organization on each side, a group and an
agreement. Beside it stands what tests each change in GitHub and GitLab, and settings for
git and Visual Studio Code. The texts are in the language of --lang.

The registry is valid from the start and says nothing of any real county. DIR must hold
nothing but .git; nothing is written over. If the writing is interrupted there is no
registry, or all of it.`),
		Example: a.pick(`  vis init samverkan --name "Samverkan i Exempellän" --county 01
  vis init . --lang en`, `  vis init cooperation --name "Cooperation in Example County" --county 01
  vis init . --lang sv`),
		Args: a.arguments(1, 1, text.Both{Sv: "en mapp", En: "a folder"}),
		ValidArgsFunction: once(func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}),
		RunE: func(c *cobra.Command, args []string) error { return a.init(c, f, args[0]) },
	}
	cmd.Flags().StringVar(&f.name, "name", "", a.pick("registrets namn; annars frågas efter det", "name of the registry; otherwise it is asked for"))
	cmd.Flags().StringVar(&f.county, "county", "", a.pick("länskoden, två siffror; annars okänd", "code of the county, two digits; otherwise unknown"))
	complete(cmd, "name")
	complete(cmd, "county")
	return cmd
}

var (
	initNotEmpty = text.Both{
		Sv: "{dir} är inte tom; där finns {found}\nvälj en ny eller tom mapp; ingenting har skrivits",
		En: "{dir} is not empty; it holds {found}\nchoose a new or empty folder; nothing has been written",
	}
	initInside = text.Both{
		Sv: "{dir} ligger i registret {registry}, som då skulle läsa också det nya; välj en mapp utanför",
		En: "{dir} lies in the registry {registry}, which would then read the new one too; choose a folder outside it",
	}
	initNoName = text.Both{
		Sv: "registret behöver ett namn; ange det med --name \"Samverkan i …\"",
		En: "the registry needs a name; give it with --name \"Cooperation in …\"",
	}
	initNoLetter = text.Both{
		Sv: "”{name}” är inget namn; skriv ett med bokstäver, till exempel --name \"Samverkan i …\"",
		En: "“{name}” is no name; write one with letters, for instance --name \"Cooperation in …\"",
	}
	initBadName = text.Both{
		Sv: "namnet får ha högst {most} tecken, på en rad och utan styrtecken; välj ett annat med --name",
		En: "the name may have at most {most} characters, on one line and without control characters; choose another with --name",
	}
	initBadCounty = text.Both{
		Sv: "”{value}” är ingen svensk länskod; skriv två siffror, till exempel --county 01",
		En: "“{value}” is no code of a Swedish county; write two digits, for instance --county 01",
	}
	initDone = text.Both{
		Sv: "Registret ”{name}” finns nu i {dir}: {n|en fil|# filer}. Det är giltigt som det är, och allt i det är exempel att byta ut.",
		En: "The registry “{name}” is now in {dir}: {n|one file|# files}. It is valid as it is, and all in it are examples to replace.",
	}
	initEnded = text.Both{
		Sv: "Registret ”{name}” i {dir}, vars skrivning avbröts, är nu helt. Inget annat register har lagts upp.",
		En: "The registry “{name}” in {dir}, whose writing was broken off, is now complete. No other registry has been begun.",
	}
	initBelow = text.Both{
		Sv: "Mappen ligger inuti ett git-arkiv. GitHub och GitLab läser bara det som står överst i arkivet; flytta .github, .gitlab och .gitlab-ci.yml dit, och ange där VIS_REGISTRY={registry}.",
		En: "The folder is inside a git repository. GitHub and GitLab read only what stands at the top of it; move .github, .gitlab and .gitlab-ci.yml there, and set VIS_REGISTRY={registry} in them.",
	}
)

// mostName is the most characters that the name of a registry has here.
const mostName = 200

// countyCode are the codes of the counties: 01, 03–10, 12–14 and 17–25. The rest
// were those of counties that are now parts of others.
var countyCode = regexp.MustCompile(`^(0[13-9]|1[02-47-9]|2[0-5])$`)

func (a *app) init(c *cobra.Command, f initFlags, to string) error {
	switch {
	case a.flags.rev != "":
		return a.wrong("init skriver i arbetskatalogen; ta bort --rev", "init writes in the working tree; leave out --rev")
	case f.county != "" && !countyCode.MatchString(f.county):
		return &usageError{initBadCounty.Say(a.lang, text.Args{"value": f.county})}
	}
	dir := to
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(a.Dir, dir)
	}
	if begun, err := a.endBegun(dir); err != nil || begun {
		return cmp.Or(err, a.sayEnded(c.Context(), dir, to))
	}
	if err := a.mayStart(dir, to); err != nil {
		return err
	}
	name, err := a.nameOfRegistry(c, f)
	if err != nil {
		return err
	}
	files, err := a.startingFiles(edit.Start{Name: name, County: f.county, Lang: a.lang})
	if err != nil {
		return err
	}
	if err := a.writeStart(dir, files); err != nil {
		return err
	}
	if a.flags.quiet {
		return nil
	}
	return a.sayStarted(c.Context(), dir, to, initDone.Say(a.lang, text.Args{"name": name, "dir": to, "n": len(files)}))
}

// sayEnded tells that a registry whose writing was broken off is now whole, under
// the name that it was begun with.
func (a *app) sayEnded(ctx context.Context, dir, to string) error {
	if a.flags.quiet {
		return nil
	}
	manifest := model.Manifest.Info().File
	data, err := os.ReadFile(filepath.Join(dir, edit.StartFolder, manifest))
	if err != nil {
		return err
	}
	name := ""
	if record, _ := load.One(manifest, data); record != nil {
		name = record.(*model.ManifestFile).Name.V.In(string(a.lang))
	}
	return a.sayStarted(ctx, dir, to, initEnded.Say(a.lang, text.Args{"name": name, "dir": to}))
}

// mayStart refuses a folder that holds anything but .git, and one in a registry.
func (a *app) mayStart(dir, to string) error {
	for up := dir; ; up = filepath.Dir(up) {
		if isRegistry(up) {
			return &usageError{initInside.Say(a.lang, text.Args{"dir": to, "registry": up})}
		}
		if up == filepath.Dir(up) {
			break
		}
	}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	root, err := a.openFolder(dir) // what was broken off is ended first
	if err != nil {
		return err
	}
	there, err := fs.ReadDir(root.FS(), ".")
	if err := errors.Join(err, root.Close()); err != nil {
		return err
	}
	var found []string
	for _, e := range there {
		if e.Name() != ".git" {
			found = append(found, e.Name())
		}
	}
	if len(found) == 0 {
		return nil
	}
	if len(found) > 5 {
		found = append(found[:5], "…")
	}
	return &usageError{initNotEmpty.Say(a.lang, text.Args{"dir": to, "found": strings.Join(found, ", ")})}
}

// nameOfRegistry is the name of --name, or what a person at a terminal answers.
func (a *app) nameOfRegistry(c *cobra.Command, f initFlags) (string, error) {
	name := f.name
	if a.Terminal && !c.Flags().Changed("name") {
		var err error
		if name, err = a.line(c.Context(), bufio.NewReader(a.In), a.pick("Vad ska registret heta? ", "What is the registry to be called? ")); err != nil {
			return "", err
		}
	}
	name = strings.TrimSpace(name)
	switch {
	case name == "":
		return "", &usageError{initNoName.In(a.lang)}
	case len([]rune(name)) > mostName, strings.ContainsFunc(name, unicode.IsControl), render.Safe(name) != name:
		return "", &usageError{initBadName.Say(a.lang, text.Args{"most": mostName})}
	case !strings.ContainsFunc(name, unicode.IsLetter):
		return "", &usageError{initNoLetter.Say(a.lang, text.Args{"name": name})}
	}
	return name, nil
}

// startingFiles are the files of the new repository, with the settings of Visual
// Studio Code.
func (a *app) startingFiles(s edit.Start) ([]edit.Change, error) {
	var err error
	if s.Today, err = a.today(); err != nil {
		return nil, err
	}
	files, err := s.Files()
	if err != nil {
		return nil, err
	}
	editor, err := a.schemaFiles(vscodeSchemas)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := render.JSON(&b, settings(vscodeSchemas, edit.StartFolder)); err != nil {
		return nil, err
	}
	editor = append(editor, edit.Change{Path: vscodeSettings, After: b.Bytes()})
	return slices.Concat(editor, files), nil
}

// writeStart writes the files in a folder that it makes, or none.
func (a *app) writeStart(dir string, files []edit.Change) error {
	_, err := os.Stat(dir)
	made := errors.Is(err, fs.ErrNotExist)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return a.cannotWrite(dir, err)
	}
	if err := a.write(dir, files); err != nil {
		if made {
			_ = os.Remove(dir) // only if it is empty
		}
		return err
	}
	return nil
}

// sayStarted tells what there is, and which commands come next.
func (a *app) sayStarted(ctx context.Context, dir, to, what string) error {
	quoted := to
	if strings.ContainsFunc(to, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_./", r)
	}) || strings.HasPrefix(to, "-") {
		quoted = "'" + strings.ReplaceAll(to, "'", `'\''`) + "'"
	}
	steps := [][2]string{
		{"cd " + quoted, ""},
		{"vis validate", a.pick("prövar registret; inget svar betyder att allt är väl", "tests the registry; no answer means that all is well")},
		{a.pick("vis list överenskommelser", "vis list agreements"), a.pick("listar det som finns", "lists what there is")},
		{"vis brief exempelgruppen", a.pick("skriver ett underlag", "writes a briefing")},
		{a.pick("vis new källa --title Mötesprotokoll --type protocol -y", "vis new source --title Minutes --type protocol -y"), a.pick("skriver en ny post; utan -y frågas efter resten", "writes a new record; without -y it asks for the rest")},
	}
	if to == "." {
		steps = steps[1:]
	}
	repo, err := git.Find(ctx, dir)
	below := ""
	if err != nil {
		steps = append(steps, [2]string{"git init -b main", a.pick("sparar versioner; ”git” behöver finnas", "keeps versions; needs “git”")})
	} else if prefix, err := repo.Prefix(ctx, dir); err == nil {
		below = strings.TrimPrefix(prefix, ".")
	}
	steps = append(steps, [2]string{"git config diff.vis.command 'vis git-diff-driver'", a.pick("låter ”git diff” visa ändringar i sak", "lets “git diff” show changes of substance")})

	var b strings.Builder
	for _, line := range render.Wrap(render.Safe(what), a.width()) {
		fmt.Fprintln(&b, line)
	}
	fmt.Fprintf(&b, "\n%s\n\n", a.pick("Gör så här:", "What to do next:"))
	for _, s := range steps {
		switch {
		case s[1] == "":
			fmt.Fprintf(&b, "  %s\n", render.Safe(s[0]))
		case a.width() > 0 && a.width() < 110:
			fmt.Fprintf(&b, "  %s\n      # %s\n", s[0], s[1])
		default:
			fmt.Fprintf(&b, "  %-56s # %s\n", s[0], s[1])
		}
	}
	if below != "" {
		b.WriteByte('\n')
		for _, line := range render.Wrap(render.Safe(initBelow.Say(a.lang, text.Args{"registry": path.Join(below, edit.StartFolder)})), a.width()) {
			fmt.Fprintln(&b, line)
		}
	}
	_, err = a.out().Write([]byte(b.String()))
	return err
}
