package git

import (
	"fmt"
	"io/fs"
)

// NoFolder says that a commit has no such folder. It is fs.ErrNotExist.
type NoFolder struct {
	Dir, Commit string
	IsFile      bool // there is a file or a symbolic link of that name
}

func (e *NoFolder) Error() string {
	found := "is not there"
	if e.IsFile {
		found = "is a file or a symbolic link"
	}
	return fmt.Sprintf("at commit %s %s %s; expected a folder\nconsider a revision that has it, or the name it had then", short(e.Commit), quote(e.Dir), found)
}

// Swedish says the same in Swedish.
func (e *NoFolder) Swedish() string {
	found := "finns inte"
	if e.IsFile {
		found = "är en fil eller en symbolisk länk"
	}
	return fmt.Sprintf("i revisionen %s: %s %s; en mapp väntades\nange en revision som har den, eller det namn den hade då", short(e.Commit), swedishQuote(e.Dir), found)
}

// Is reports that the folder does not exist.
func (e *NoFolder) Is(target error) bool { return target == fs.ErrNotExist }

// MissingObject says that the contents of a file or folder are not in this
// clone. Nothing is fetched without being asked for.
type MissingObject struct {
	Hash string
}

func (e *MissingObject) Error() string {
	return fmt.Sprintf("object %s is not in this clone, which is partial or damaged; expected its contents\nconsider “git fetch --refetch --no-filter”, or a clone without --filter", short(e.Hash))
}

// Swedish says the same in Swedish.
func (e *MissingObject) Swedish() string {
	return fmt.Sprintf("objektet %s finns inte i denna klon, som är ofullständig eller skadad; dess innehåll väntades\nkör ”git fetch --refetch --no-filter”, eller klona utan --filter", short(e.Hash))
}

// DamagedObject says that git could not read what it has stored of a file.
type DamagedObject struct {
	Hash   string
	Detail string // what git wrote, in English
}

func (e *DamagedObject) Error() string {
	return fmt.Sprintf("object %s is damaged (%s); expected contents that match it\nconsider “git fsck”, and a new clone", short(e.Hash), plain(e.Detail))
}

// Swedish says the same in Swedish.
func (e *DamagedObject) Swedish() string {
	return fmt.Sprintf("objektet %s är skadat (%s); innehåll som stämmer med det väntades\nkör ”git fsck”, och klona på nytt", short(e.Hash), plain(e.Detail))
}

// FileTooLarge says that a file is larger than MaxFileSize.
type FileTooLarge struct {
	Size int64
}

func (e *FileTooLarge) Error() string {
	return fmt.Sprintf("the file has %d bytes; expected at most %d\nconsider keeping it outside the repository", e.Size, MaxFileSize)
}

// Swedish says the same in Swedish.
func (e *FileTooLarge) Swedish() string {
	return fmt.Sprintf("filen har %d byte; högst %d väntades\nförvara den utanför arkivet", e.Size, MaxFileSize)
}

// SymlinkNotFollowed says that a symbolic link was to be read as a file.
type SymlinkNotFollowed struct{}

func (e *SymlinkNotFollowed) Error() string {
	return "is a symbolic link; expected a file, since links are not followed\nconsider a copy of the file it points at"
}

// Swedish says the same in Swedish.
func (e *SymlinkNotFollowed) Swedish() string {
	return "är en symbolisk länk; en fil väntades, för länkar följs inte\nersätt den med en kopia av filen den pekar på"
}

// BadTree says that a commit has a name in it that no work tree could hold: "..",
// an empty name, or the same one twice. It was made to deceive, or is damaged.
type BadTree struct {
	Path string
}

func (e *BadTree) Error() string {
	return fmt.Sprintf("the commit has the impossible path %s; expected names that a folder can hold, each once\nconsider “git fsck”, and do not check it out", quote(e.Path))
}

// Swedish says the same in Swedish.
func (e *BadTree) Swedish() string {
	return fmt.Sprintf("revisionen har den omöjliga sökvägen %s; namn som en mapp kan ha, vart och ett en gång, väntades\nkör ”git fsck”, och checka inte ut den", swedishQuote(e.Path))
}

// TreeTooLarge says that a commit lists more files, or longer paths, than
// this package reads.
type TreeTooLarge struct{}

func (e *TreeTooLarge) Error() string {
	return fmt.Sprintf("the folder has more than %d files and folders, or a path longer than %d bytes; expected less\nconsider naming a folder in it", maxNodes, maxPath)
}

// Swedish says the same in Swedish.
func (e *TreeTooLarge) Swedish() string {
	return fmt.Sprintf("mappen har fler än %d filer och mappar, eller en sökväg längre än %d byte; färre väntades\nange en mapp i den", maxNodes, maxPath)
}
