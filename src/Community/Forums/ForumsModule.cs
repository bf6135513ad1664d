using Community.Data;
using Community.Discussions.Contract;
using Community.Forums.Following;
using Community.Forums.Reading;
using Community.Imports.Contract;
using Community.Shared;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Forums;

public static class ForumsModule
{
    public static IServiceCollection AddForums(this IServiceCollection services)
    {
        services.AddOptions<ForumLimits>().BindConfiguration(ForumLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ISubject, TopicSubject>()
            .AddSingleton<ISearchable, SearchableTopics>()
            .AddSingleton<IDraftPlaces, ReplyPlaces>()
            .AddSingleton<IDraftPlaces, StartPlaces>()
            .AddSingleton<IFollowTargets, TopicTargets>()
            .AddSingleton<IFollowTargets, ForumTargets>()
            .AddSingleton<IFollowTargets, TagTargets>()
            .AddSingleton<IContentNames, TopicNames>()
            .AddSingleton<IContentNames, ForumNames>()
            .AddSingleton<IUndo, UndoLock>()
            .AddSingleton<IUndo, UndoLiveThread>()
            .AddSingleton<IUndo, UndoPin>()
            .AddSingleton<IUndo, UndoMove>()
            .AddSingleton<IPersonalData, PersonalTopics>()
            .AddSingleton<IPersonalData, PersonalMarks>()
            .AddSingleton<MarkAllRead>()
            .AddSingleton<TopicCounters>()
            .AddSingleton<IHandle<PostWritten>>(provider => provider.GetRequiredService<TopicCounters>())
            .AddSingleton<IHandle<PostStateChanged>>(provider => provider.GetRequiredService<TopicCounters>())
            .AddSingleton<IHandle<PostWritten>, ReadOwnPosts>()
            .AddSingleton<IHandle<ReactionChanged>, TopicHeat>()
            .AddSingleton<IHandle<CommunityFounded>, FirstForums>()
            .AddSingleton<IHandle<ForumsImported>, AddImportedForums>()
            .AddSingleton<IHandle<TopicsImported>, AddImportedTopics>()
            .AddSingleton<StartTopic>()
            .AddSingleton<ReadStartForm>()
            .AddSingleton<PostReply>()
            .AddSingleton<MarkAnswer>()
            .AddSingleton<LockTopic>()
            .AddSingleton<RunLiveThread>()
            .AddSingleton<PinTopic>()
            .AddSingleton<MoveTopic>()
            .AddSingleton<CreateForum>()
            .AddSingleton<UpdateForum>()
            .AddSingleton<ReorderForum>()
            .AddSingleton<ArchiveForum>()
            .AddSingleton<DeleteForum>()
            .AddSingleton<IVerify, VerifyForums>()
            .AddSingleton<IVerify, VerifyHeat>()
            .AddSingleton<ListForums>()
            .AddSingleton<ListForumSettings>()
            .AddSingleton<ReadTopicDesk>()
            .AddSingleton<ListTopics>()
            .AddSingleton<ReadTopic>()
            .AddSingleton<ReadSharedTopic>()
            .AddSingleton<ListPosts>()
            .AddSingleton<ReadTag>()
            .AddSingleton<ReadFeed>()
            .AddSingleton<ListSitemap>()
            .AddSingleton<ListMemberPosts>()
            .AddSingleton<ReadMemberFigures>()
            .AddSingleton<ReadPulse>()
            .AddSingleton<ReadHome>();
    }
}
