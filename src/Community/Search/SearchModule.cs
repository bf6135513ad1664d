using Community.Data;
using Community.Discussions.Contract;
using Community.Imports.Contract;
using Community.Members.Contract;
using Community.Shared.Personal;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Search;

public static class SearchModule
{
    /// <summary>Finding things. After the capabilities that keep them, and with the engine that the provider brings.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<Subjects>()
        .AddSingleton<KeepEntries>()
        .AddSingleton<IHandle<PostWritten>>(provider => provider.GetRequiredService<KeepEntries>())
        .AddSingleton<IHandle<PostEdited>>(provider => provider.GetRequiredService<KeepEntries>())
        .AddSingleton<IHandle<PostStateChanged>>(provider => provider.GetRequiredService<KeepEntries>())
        .AddSingleton<IHandle<PostErased>>(provider => provider.GetRequiredService<KeepEntries>())
        .AddSingleton<IHandle<PostRewritten>>(provider => provider.GetRequiredService<KeepEntries>())
        .AddSingleton<IHandle<TagsChanged>>(provider => provider.GetRequiredService<KeepEntries>())
        .AddSingleton<IHandle<MembersNamed>>(provider => provider.GetRequiredService<KeepEntries>())
        .AddSingleton<IHandle<TopicsImported>, ImportedEntries>()
        .AddSingleton<IHandle<IdeasImported>, ImportedEntries>()
        .AddSingleton<CountTerms>()
        .AddSingleton<IPersonalData, PersonalSearch>()
        .AddSingleton<RecountTerms>()
        .AddSingleton<Reindex>()
        .AddSingleton<IVerify, VerifySearch>()
        .AddHostedService<SearchWorker>()
        .AddSingleton<FindEntries>()
        .AddSingleton<ShowHits>()
        .AddSingleton<NearestWord>()
        .AddSingleton<NearSubjects>()
        .AddSingleton<SearchContent>()
        .AddSingleton<SuggestWhileTyping>()
        .AddSingleton<SimilarSubjects>()
        .AddSingleton<RelatedTopics>();
}
