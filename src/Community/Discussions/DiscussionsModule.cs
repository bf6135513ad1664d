using Community.Data;
using Community.Discussions.Bookmarks;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Discussions.Following;
using Community.Discussions.Reading;
using Community.Discussions.Seen;
using Community.Shared;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Discussions;

public static class DiscussionsModule
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services)
    {
        services.AddOptions<PostLimits>().BindConfiguration(PostLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ReadingLimits>().BindConfiguration(ReadingLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BookmarkLimits>().BindConfiguration(BookmarkLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SiteAddress>().BindConfiguration("Community");
        return services
            .AddSingleton<PrepareText>()
            .AddSingleton<ISearchableTags, SearchableTags>()
            .AddSingleton<AddPost>()
            .AddSingleton<Tagging>()
            .AddSingleton<ReadPostForEdit>()
            .AddSingleton<KeepRevision>()
            .AddSingleton<EditPost>()
            .AddSingleton<ReadEditConflict>()
            .AddSingleton<ReadRevisions>()
            .AddSingleton<HideRevision>()
            .AddSingleton<ReadQuote>()
            .AddSingleton<FindPeople>()
            .AddSingleton<React>()
            .AddSingleton<RemoveOwnPost>()
            .AddSingleton<ChangePostState>()
            .AddSingleton<IModerated, ModeratedPosts>()
            .AddSingleton<IContentNames, PostNames>()
            .AddSingleton<IUndo, UndoPostState>()
            .AddSingleton<IUndo, UndoRevisionHidden>()
            .AddSingleton<ReadPlaces>()
            .AddSingleton<MarkRead>()
            .AddSingleton<ReportReading>()
            .AddSingleton<VisitorNotes>()
            .AddSingleton<CountVisitors>()
            .AddSingleton<ForgetVisitors>()
            .AddSingleton<ReadSeen>()
            .AddHostedService<SeenWorker>()
            .AddSingleton<FindPost>()
            .AddSingleton<ReadPost>()
            .AddSingleton<ReadChange>()
            .AddSingleton<ListChanges>()
            .AddSingleton<SaveDraft>()
            .AddSingleton<ReadDraft>()
            .AddSingleton<DiscardDraft>()
            .AddSingleton<ListDrafts>()
            .AddSingleton<ForgetOldDrafts>()
            .AddSingleton<IDraftPlaces, EditPlaces>()
            .AddHostedService<DraftWorker>()
            .AddSingleton<SaveBookmark>()
            .AddSingleton<ReadBookmark>()
            .AddSingleton<RemoveBookmark>()
            .AddSingleton<ListBookmarks>()
            .AddSingleton<RemindOfBookmarks>()
            .AddHostedService<BookmarkWorker>()
            .AddSingleton<IPersonalData, PersonalBookmarks>()
            .AddSingleton<SetFollow>()
            .AddSingleton<ReadFollow>()
            .AddSingleton<ListFollows>()
            .AddSingleton<IHandle<PostWritten>, TrackWhereWritten>()
            .AddSingleton<IPersonalData, PersonalFollows>()
            .AddSingleton<ErasePosts>()
            .AddSingleton<RewriteTexts>()
            .AddSingleton<IPersonalData, PersonalDiscussions>()
            .AddSingleton<IPersonalData, PersonalReading>()
            .AddSingleton<IVerify, VerifyDiscussions>()
            .AddSingleton<IVerify, VerifyReactions>();
    }
}
